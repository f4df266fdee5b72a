from __future__ import annotations

from pathlib import Path

from guidec.changes.kinds import KINDS, kinds_table

PAGE = (Path(__file__).parents[2] / "docs" / "diff.md").read_text(encoding="utf-8")


def test_the_table_of_kinds_is_that_of_the_code() -> None:
    assert PAGE.endswith(f"## All kinds\n\n{kinds_table()}\n")


def test_every_kind_has_an_opposite_or_is_its_own() -> None:
    for added, removed in [("added", "removed"), ("split", "merged"), ("optional", "required")]:
        for kind in KINDS:
            if kind.endswith(f"-{added}"):
                assert kind.removesuffix(added) + removed in KINDS
