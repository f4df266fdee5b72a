"""Work grows linearly with the size of a guide, whatever it is made of; counted, not timed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from compiling import compiled
from counting import growth

if TYPE_CHECKING:
    from collections.abc import Callable


def missing_imports(count: int) -> str:
    return "".join(f'import A{n} from "./x{n}.mdx"\n' for n in range(count)) + "\n<A0 />\n\n" * count


@pytest.mark.parametrize(
    "text",
    [
        missing_imports,
        lambda count: "**b** " * count,
        lambda count: "***a** " * count,
        lambda count: "App name: `x` " * count,
        lambda count: "Copy the **Client ID** and " * count,
        lambda count: "a&#0;b\n\n" * count,
    ],
)
def test_should_work_in_linear_time(text: Callable[[int], str]) -> None:
    assert growth(lambda count: compiled("# T\n\n" + text(count)), 100) < 5
