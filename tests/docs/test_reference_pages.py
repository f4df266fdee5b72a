"""The pages that are made from the code are those that the code makes."""

from __future__ import annotations

import sys

import pytest
from manual_pages import DOCS, PAGES, ROOT

WRITTEN_BY_HAND = {"outputs.md", "understood.md"}


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    monkeypatch.syspath_prepend(ROOT)
    monkeypatch.delitem(sys.modules, "reference", raising=False)
    from reference.pages import pages

    return pages()


def test_the_reference_is_fresh(made: dict[str, str]) -> None:
    for name, text in made.items():
        page = DOCS / "reference" / name
        assert page.read_text(encoding="utf-8") == text, "run `python -m reference`"


def test_no_page_of_the_reference_is_left_over(made: dict[str, str]) -> None:
    pages = {page.removeprefix("reference/") for page in PAGES if page.startswith("reference/")}
    assert pages == {*made, *WRITTEN_BY_HAND}
