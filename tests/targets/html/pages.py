"""Pages for the tests of the checklist, read with BeautifulSoup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

from guidec.targets.html import render_page
from guidec.targets.target import Options

if TYPE_CHECKING:
    from bs4.element import Tag

    from guidec.guide.models import Guide


def soup(guide: Guide, **options: object) -> BeautifulSoup:
    """Render a guide and read the page."""
    return BeautifulSoup(render_page(guide, Options(**options)), "html.parser")  # type: ignore[arg-type]


def boxes(page: Tag) -> list[Tag]:
    """Give the checkboxes in `page`."""
    return page.select("input[type=checkbox]")


def words(tag: Tag | None) -> str:
    """Give the text of a tag, white space collapsed."""
    assert tag is not None
    return " ".join(tag.get_text().split())


def before(page: BeautifulSoup, first: Tag, second: Tag) -> bool:
    """Whether `first` starts before `second` does."""
    order = list(page.descendants)
    return next(i for i, t in enumerate(order) if t is first) < next(
        i for i, t in enumerate(order) if t is second
    )
