"""The table of dialects, and how a guide's own is told.

To add a dialect, write its record in a file of its own, how it is read and how it is written, its place in `DIALECTS`,
and its name in `guidec.config.names`.
"""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from guidec.guide.dialects.clerk import CLERK
from guidec.guide.dialects.docusaurus import DOCUSAURUS
from guidec.guide.dialects.exported import HTML, meaning_of_classes
from guidec.guide.dialects.exported import MARKS as EXPORTED_MARKS
from guidec.guide.dialects.fumadocs import FUMADOCS
from guidec.guide.dialects.meaning import ADMONITION_TYPES, Concept, Dialect, Meaning
from guidec.guide.dialects.mintlify import MINTLIFY
from guidec.guide.dialects.nextra import NEXTRA
from guidec.guide.dialects.plain import GITHUB, PLAIN
from guidec.guide.dialects.stackone import STACKONE
from guidec.guide.dialects.stackone import TITLE as STACKONE_TITLE
from guidec.guide.dialects.starlight import STARLIGHT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guidec.guide.models.blocks import AdmonitionKind

__all__ = [
    "DECLARATION",
    "DIALECTS",
    "DIRECTIVES",
    "MARKS",
    "ROOT_ALIASES",
    "Concept",
    "Dialect",
    "Meaning",
    "declared",
    "detect",
    "meaning_of_classes",
    "read_kind",
    "vocabulary",
]

DIALECTS: Mapping[str, Dialect] = MappingProxyType(
    {
        dialect.name: dialect
        for dialect in (STACKONE, MINTLIFY, STARLIGHT, DOCUSAURUS, FUMADOCS, NEXTRA, GITHUB, CLERK, PLAIN)
    }
)
"""By name; where as many signs speak for two, the earlier one wins."""


DECLARATION = re.compile(r"guidec:[ \t]*dialect\[(?P<name>[a-z]+)\]")
"""What a comment says that names the dialect of its file."""
COMMENT = re.compile(rf"(?:/\*|<!--)[ \t]*{DECLARATION.pattern}")


def declared(text: str) -> Dialect | None:
    """Give the dialect that a comment of a source names: `{/* guidec: dialect[nextra] */}`."""
    said = COMMENT.search(text) if "guidec:" in text else None
    return DIALECTS.get(said["name"]) if said else None


def detect(text: str) -> Dialect:
    """Tell the dialect of a source: StackOne's own marks decide, else most signs win, else it is plain."""
    lines = f"\n{text}"
    best, most = PLAIN, 0
    for name, signs in _signs().items():
        count = _more(signs, lines, most)
        if not count or (name in _never() and _never()[name].search(lines)):
            continue
        if name == STACKONE.name:
            return STACKONE
        best, most = DIALECTS[name], count
    return STACKONE if best in (PLAIN, MINTLIFY) and STACKONE_TITLE.search(lines) else best


def _more(signs: tuple[re.Pattern[str], ...], lines: str, most: int) -> int:
    """Count the signs in a text; 0 where there are no more than `most`, and then half are not even looked for."""
    spare = len(signs) - most
    for sign in signs:
        if spare > 0 and sign.search(lines) is None:
            spare -= 1
    return most + spare if spare > 0 else 0


@cache
def _signs() -> Mapping[str, tuple[re.Pattern[str], ...]]:
    return {name: tuple(map(re.compile, dialect.signs)) for name, dialect in DIALECTS.items()}


@cache
def _never() -> Mapping[str, re.Pattern[str]]:
    return {name: re.compile("|".join(dialect.never)) for name, dialect in DIALECTS.items() if dialect.never}


MARKS: Mapping[str, Meaning] = MappingProxyType(
    {
        **{mark: meaning for dialect in DIALECTS.values() for mark, meaning in dialect.marks.items()},
        **EXPORTED_MARKS,
    }
)
"""The attributes that give any element its meaning, in whichever dialect."""
DIRECTIVES: Mapping[str, Meaning] = MappingProxyType(
    {name: meaning for dialect in DIALECTS.values() for name, meaning in dialect.directives.items()}
)
"""What the names behind `:::` mean, in whichever dialect."""
ROOT_ALIASES = tuple(dialect.root_alias for dialect in DIALECTS.values() if dialect.root_alias)
"""How paths start that are relative to the docs root, in whichever dialect."""


def read_kind(spelling: str, words: Mapping[str, Meaning]) -> AdmonitionKind | None:
    """Give the kind of callout that a spelling such as `Callout type=warn` is read as, where `words` tell."""
    name, _, said = spelling.partition(" type=")
    if name.startswith((":::", "[!")):
        return ADMONITION_TYPES.get(name.strip(":[]!").partition(" ")[0].lower())
    meaning = words.get(name)
    if meaning is None or meaning.concept is not Concept.ADMONITION:
        return None
    return ADMONITION_TYPES.get(said.lower(), meaning.kind) if meaning.typed else meaning.kind


def vocabulary(dialect: Dialect, own: Mapping[str, Meaning]) -> Mapping[str, Meaning]:
    """Give what each component means: a project's own first, then the dialect's, then any other dialect's."""
    words = _words(dialect.name)
    return MappingProxyType({**words, **own}) if own else words


@cache
def _words(dialect: str) -> Mapping[str, Meaning]:
    words: dict[str, Meaning] = dict(HTML)
    for other in [*DIALECTS.values()][::-1]:
        words.update(other.components)
    words.update(DIALECTS[dialect].components)
    return MappingProxyType(words)
