"""The page around a guide that a site exports: where the guide stands, what is no part of it, and its sets of tabs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from guidec.guide.dialects.exported import TAB_MARK, TABS_MARK
from guidec.guide.text import collapse

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

SILENT = frozenset({"head", "template", "noscript", "svg", "nav", "title", "meta", "link"})
"""Elements without words for a reader."""
CONTENT = ("main", "article", "body")
"""Where a page's own content stands, the innermost first."""
CONTROLS = frozenset({"button", "footer", "select", "textarea"})
"""What stands around a guide, unless it stands among an author's words."""
QUOTING = frozenset({"blockquote", "figure", "q"})
LINES = frozenset({"p", "li", "dd", "dt", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6"})
INLINE = frozenset({"a", "b", "em", "i", "span", "strong"})
"""What stands among an author's words."""
AROUND = re.compile(
    r"(?<![a-z])(?<!has-)(?<!hide-)(?<!no-)(?<!show-)(?<!with-)"
    r"(?:breadcrumbs?|pagination|sr-only|table-?of-?contents|toc|visually-hidden)(?![a-z])",
    re.IGNORECASE,
)
"""Stands in the classes of what is around a guide, and of what only screen readers say."""
LONGEST_CLASSES = 1000
TITLES = "titles"
SHOWN = ("img", "picture", "video", "iframe")
NEAR = 4
"""So many levels above its titles a set of tabs begins at most."""
DEEPEST = 200
MOST_TITLE = 20
"""Words of a title, in pieces of text."""


def content_of(soup: BeautifulSoup) -> Tag:
    """Give the element of a page that holds its content: the one article, if the title stands in it."""
    content = next((found for name in CONTENT if (found := soup.find(name))), soup)
    articles = content.find_all("article", limit=2)
    if len(articles) == 1 and (articles[0].find("h1") or not content.find("h1")):
        return articles[0]
    return content


def is_around(tag: Tag) -> bool:
    """Tell whether an element stands around a guide: controls, ways to other pages, links that show nothing."""
    if tag.name in CONTROLS:
        return not _is_among_words(tag)
    if tag.name == "input":
        return tag.get("type") != "checkbox"
    if tag.name == "a":
        return (
            tag.has_attr("href") and not any(True for _ in tag.stripped_strings) and tag.find(SHOWN) is None
        )
    classes = tag.get("class")
    if isinstance(classes, str) and AROUND.search(classes, 0, LONGEST_CLASSES):
        return True
    return tag.get(TAB_MARK) == TITLES


def _is_among_words(tag: Tag) -> bool:
    """Tell whether a footer ends a quotation, or anything else stands in a line of words."""
    around = next((parent.name for parent in islice(tag.parents, NEAR) if parent.name not in INLINE), None)
    return around in (QUOTING if tag.name == "footer" else LINES)


def mark_tabs(content: Tag) -> None:
    """Mark each set of tabs: an element that holds a list of titles, and as many panels."""
    sets: list[_Set] = []
    of_list: dict[int, _Set] = {}
    around: dict[int, _Set] = {}
    for tag in content.find_all(_is_part):
        if _has(tag, "tablist", "tabbed-labels"):
            sets.append(made := _Set(tag))
            of_list[id(tag)] = made
            for parent in islice(tag.parents, NEAR):
                around.setdefault(id(parent), made)
        elif _has(tag, "tabpanel", "tabbed-block"):
            if found := _above(tag, around):
                found[1].panels.append((tag, found[0]))
        elif found := _above(tag, of_list):
            found[1].titles.append(tag)
    for tabs in sets:
        tabs.mark()


@dataclass
class _Set:
    """A set of tabs."""

    labels: Tag
    titles: list[Tag] = field(default_factory=list)
    panels: list[tuple[Tag, Tag]] = field(default_factory=list)
    """Each with the element that holds it and the titles."""

    def mark(self) -> None:
        holders = {id(holder) for _, holder in self.panels}
        if len(self.panels) != len(self.titles) or len(holders) != 1 or _is_deep(self.labels):
            return
        self.labels[TAB_MARK], self.panels[0][1][TABS_MARK] = TITLES, ""
        for (panel, _), title in zip(self.panels, self.titles, strict=True):
            panel[TAB_MARK], panel["title"] = "", collapse(" ".join(islice(title.strings, MOST_TITLE)))


def _above(tag: Tag, known: dict[int, _Set]) -> tuple[Tag, _Set] | None:
    """Give the nearest element around a tag for which a set is known, and the set."""
    return next(((up, known[id(up)]) for up in islice(tag.parents, NEAR) if id(up) in known), None)


def _is_deep(tag: Tag) -> bool:
    return next(islice(tag.parents, DEEPEST, None), None) is not None


def _is_part(tag: Tag) -> bool:
    is_list, is_panel = _has(tag, "tablist", "tabbed-labels"), _has(tag, "tabpanel", "tabbed-block")
    return is_list or is_panel or tag.name == "label" or tag.get("role") == "tab"


def _has(tag: Tag, role: str, class_: str) -> bool:
    classes = tag.get("class")
    return tag.get("role") == role or (isinstance(classes, str) and class_ in classes.split())
