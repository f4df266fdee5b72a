from __future__ import annotations

from guidec.changes.kinds import KINDS


def test_every_kind_has_an_opposite_or_is_its_own() -> None:
    for added, removed in [("added", "removed"), ("split", "merged"), ("optional", "required")]:
        for kind in KINDS:
            if kind.endswith(f"-{added}"):
                assert kind.removesuffix(added) + removed in KINDS
