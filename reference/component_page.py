"""The page of what every documentation system calls things, from the records of the dialects."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from guidec.guide.dialects import DIALECTS
from guidec.guide.dialects.exported import HTML
from guidec.guide.dialects.meaning import ADMONITION_TYPES, Concept
from reference.attribute_docs import attribute_docs
from reference.text import code, codes, page, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from guidec.guide.dialects.meaning import Dialect, Meaning

HEAD = """\
# Components

What each documentation system calls things, and what guidec takes them for. A component of another system is
understood, too, where the guide's own has none of that name. Components of your own stand in the
[configuration](configuration.md#components); any other stays in the data as a `component` block, and is reported
([unknown-component](../rules.md#unknown-component)).
"""
CALLOUTS = """\
## Names of callouts

A directive (`:::note`), an alert (`> [!NOTE]`), or the `type` of a callout component says of which kind it is, in
upper or lower case.
"""


def components_page() -> str:
    """Write the page."""
    meanings = attribute_docs(Concept)
    concepts = table("concept | what it means", ([code(c.value), meanings[c.name]] for c in Concept))
    kinds = groupby(
        sorted(ADMONITION_TYPES, key=lambda name: list(_kinds()).index(ADMONITION_TYPES[name])),
        ADMONITION_TYPES.get,
    )
    return page(
        HEAD,
        f"## Concepts\n\n{concepts}",
        CALLOUTS + "\n" + table("kind | names", ([code(kind), codes(names)] for kind, names in kinds)),
        *(_dialect(dialect) for dialect in DIALECTS.values()),
        "## HTML\n\n"
        + table("written as | means | title from", _rows({f"<{n}>": m for n, m in HTML.items()})),
    )


def _kinds() -> dict[str, None]:
    return dict.fromkeys(ADMONITION_TYPES.values())


def _dialect(dialect: Dialect) -> str:
    words = {
        **{f"<{name}>": meaning for name, meaning in dialect.components.items()},
        **{f":::{name}": meaning for name, meaning in dialect.directives.items()},
        **{f"{name}=": meaning for name, meaning in dialect.marks.items()},
    }
    return page(
        f"## {dialect.name}",
        table("written as | means | title from", _rows(words)) or "No components of its own.",
    )


def _rows(words: Mapping[str, Meaning]) -> Iterable[tuple[str, str, str]]:
    """Give a row for each meaning, in the order of the concepts, with all that is written for it."""
    spellings: dict[Meaning, list[str]] = {}
    for spelling, meaning in words.items():
        spellings.setdefault(meaning, []).append(spelling)
    for meaning in sorted(spellings, key=lambda meaning: list(Concept).index(meaning.concept)):
        yield codes(spellings[meaning]), _means(meaning), _title(meaning)


def _means(meaning: Meaning) -> str:
    if meaning.concept is not Concept.ADMONITION:
        return code(meaning.concept.value)
    return (
        f"callout; its `type` says the kind, else `{meaning.kind}`"
        if meaning.typed
        else f"callout, `{meaning.kind}`"
    )


TITLED = {Concept.STEP, Concept.ADMONITION, Concept.TAB, Concept.ACCORDION, Concept.FRAME, Concept.FIELD}


def _title(meaning: Meaning) -> str:
    return codes(meaning.title) if meaning.concept in TITLED else ""
