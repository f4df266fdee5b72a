"""HTML's own words for concepts, and how exported pages mark theirs: by the classes of ordinary elements."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from guidec.guide.dialects.meaning import (
    ACCORDION,
    ADMONITION_TYPES,
    STEP,
    STEPS,
    TAB,
    TABS,
    TITLE,
    Meaning,
    callouts,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

HTML: Mapping[str, Meaning] = MappingProxyType({"details": ACCORDION, "summary": TITLE})
"""By the name of the element."""

TABS_MARK, TAB_MARK = "data-guidec-tabs", "data-guidec-tab"
MARKS: Mapping[str, Meaning] = MappingProxyType({TABS_MARK: TABS, TAB_MARK: TAB})
"""By the attributes with which reading marks the tabs of a page."""
PREFIX = r"(?:theme-|sl-|fd-|nextra-|mdx-|markdown-|starlight-|docs-)?"
BOX = r"(?:admonition|callout|alert|aside|custom-block|hint)"
CLASSES: tuple[tuple[re.Pattern[str], Meaning], ...] = (
    (re.compile(PREFIX + r"steps"), STEPS),
    (re.compile(PREFIX + r"step"), STEP),
    (re.compile(PREFIX + BOX + r"(?:-|__)?(?:title|heading)(?:_[a-z0-9]+)?"), TITLE),
)
"""By a class, as a whole."""
CALLOUT_CLASS = re.compile(PREFIX + BOX + r"(?:(?:--?|_)(?P<kind>[a-z]+))?")
BOXES = frozenset({"article", "aside", "blockquote", "div", "p", "section"})
"""The elements that are mostly marked so."""
CALLOUT_KINDS: Mapping[str, Meaning] = MappingProxyType(callouts(**ADMONITION_TYPES))


def meaning_of_classes(classes: str) -> Meaning | None:
    """Give what the classes of an element of an exported page say, if they say anything."""
    words = classes.lower().split()[:20]
    for pattern, meaning in CLASSES:
        if any(pattern.fullmatch(word) for word in words):
            return meaning
    marks = [mark for word in words if (mark := CALLOUT_CLASS.fullmatch(word))]
    kinds = [mark["kind"] for mark in marks if mark["kind"]] + (words if marks else [])
    return next((CALLOUT_KINDS[kind] for kind in kinds if kind in CALLOUT_KINDS), None)
