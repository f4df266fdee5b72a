"""One guide in every dialect: `golden/stackone.mdx` is the guide, the other files are what moving it gives.

After a change that is meant: `python tests/targets/mdx/test_golden_dialects.py`, and read the diff.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from guidec.diagnostics.text import to_text
from guidec.guide.dialects import DIALECTS
from guidec.guide.models import Guide
from guidec.targets.mdx import move, write

GOLDEN = Path(__file__).parent / "golden"
OWN = "stackone"


def guide() -> Guide:
    import guidec

    return guidec.compile(GOLDEN / f"{OWN}.mdx")


def moved(dialect: str) -> tuple[str, str]:
    """Give the guide in another dialect, and what is reported."""
    text, report = move(guide(), dialect)
    return text, "".join(f"{to_text(one, lambda _: None)}\n" for one in report.diagnostics)


def test_should_write_the_guide_in_its_own_dialect_byte_for_byte() -> None:
    again = Guide.model_validate_json(guide().model_dump_json())
    assert write(again).encode() == (GOLDEN / f"{OWN}.mdx").read_bytes()


@pytest.mark.parametrize("dialect", [name for name in DIALECTS if name != OWN])
def test_should_move_the_guide_as_before(dialect: str) -> None:
    text, report = moved(dialect)
    assert text == (GOLDEN / f"{dialect}.mdx").read_text(encoding="utf-8")
    assert report == (GOLDEN / f"{dialect}.txt").read_text(encoding="utf-8")


if __name__ == "__main__":
    for name in DIALECTS:
        if name != OWN:
            text, report = moved(name)
            (GOLDEN / f"{name}.mdx").write_text(text, encoding="utf-8")
            (GOLDEN / f"{name}.txt").write_text(report, encoding="utf-8")
