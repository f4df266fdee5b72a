"""What targets do grows linearly with the size of a guide, whatever it is made of; counted, not timed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from compiling import guide_of
from counting import growth
from guidec.targets import TARGETS
from guidec.targets.target import Options

if TYPE_CHECKING:
    from collections.abc import Callable

SIZE = 60
# No number stands in two guides: what is kept of one must not save work in the other.
SHAPES: dict[str, Callable[[int], str]] = {
    "steps": lambda n: "1. Do it\n" * n,
    "sections": lambda n: "## x\n\ny\n\n" * n,
    "callouts": lambda n: "".join(f"<Warning>Mind {i}</Warning>\n\n" for i in range(n, 2 * n)),
    "settings": lambda n: (
        "1. Enter the following\n" + "".join(f"   - Name {i}: `value {i}`\n" for i in range(n, 2 * n))
    ),
    "credentials": lambda n: "".join(f"- **Client ID {i}**: copy it\n" for i in range(n, 2 * n)),
    "redirect URLs": lambda n: "".join(
        f"Redirect URL: `https://acme.example/{i}`\n\n" for i in range(n, 2 * n)
    ),
    "links": lambda n: "".join(f"[a](https://acme.example/{i}) [b](/c/{i})\n" for i in range(n, 2 * n)),
    "rows": lambda n: "| a | b |\n| - | - |\n" + "| `c` | **d** |\n" * n,
    "code": lambda n: "```\nx\n```\n\n" * n,
    "tabs": lambda n: "<Tabs>\n" + '<Tab title="x">y</Tab>\n' * n + "</Tabs>",
}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("target", TARGETS)
def test_work_of_a_target_is_linear(target: str, shape: str) -> None:
    guides = {n: guide_of(f"# T\n\n{SHAPES[shape](n)}") for n in (1, SIZE, 4 * SIZE)}
    assert growth(lambda n: TARGETS[target].render(guides[n], Options()), SIZE) < 5
