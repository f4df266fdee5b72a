from __future__ import annotations

from manual_pages import ROOT, blocks


def test_the_workflow_is_the_one_that_is_tested() -> None:
    (shown,) = (block.text for block in blocks("how-to/pipelines.md") if block.title)
    assert shown == (ROOT / "examples/github/guides.yml").read_text(encoding="utf-8")
