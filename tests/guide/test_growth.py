"""Work grows linearly with the size of a guide, whatever it is made of; counted, not timed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from compiling import compiled, guide_of
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
        lambda count: "".join(f'<a id="b{n}" />\n\n[x](#B{n})\n\n' for n in range(count)),
        lambda count: "".join(f"## H{n}\n\n[x](#q{n})\n\n" for n in range(count)),
    ],
)
def test_should_work_in_linear_time(text: Callable[[int], str]) -> None:
    assert growth(lambda count: compiled("# T\n\n" + text(count)), 100) < 5


@pytest.mark.parametrize("place", ["column", "row"])
def test_a_redirect_url_is_not_called_by_a_long_text(place: str) -> None:
    long = "redirect URL " * 100
    url = "https://app.example.com/oauth/callback"
    head, first = (long, "One") if place == "column" else ("One", long)
    guide = guide_of(f"# T\n\n## S\n\n1. Add:\n\n|a|{head}|\n|-|-|\n|{first}|Redirect URL {url}|\n")
    assert [(found.url, found.label) for found in guide.redirect_urls] == [(url, "Redirect URL")]
