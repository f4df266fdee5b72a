"""What all files of one guide share while it is expanded, and how much they may bring into it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from guidec.diagnostics import Diagnostic
from guidec.diagnostics.rules import snippets as rules

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guidec.diagnostics import Note, Rule
    from guidec.guide.dialects import Meaning
    from guidec.guide.formats.parse import Parsed
    from guidec.guide.scope import Loader
    from guidec.source import Position


@dataclass(slots=True)
class Expansion:
    """What all files of one guide share while it is expanded."""

    vocabulary: Mapping[str, Meaning]
    loader: Loader
    max_nodes: int = 100_000
    """How many nodes snippets may bring."""
    max_depth: int = 200
    """How many levels of content may stand in each other, those of included files counted."""
    max_text: int = 4_000_000
    """How many characters names, references and included files may bring."""
    most_pieces: int = 300_000
    """How many tokens a file may have."""
    variables_in_code: bool = False
    """Whether names in braces in a block of code stand for their values."""
    nodes: int = 0
    text: int = 0
    parsed: dict[str, Parsed] = field(default_factory=dict)
    """The files that are parsed already, by path."""
    depth: int = 0
    open_files: list[str] = field(default_factory=list)
    """The paths that are being expanded, the guide's own first."""
    diagnostics: list[Diagnostic] = field(default_factory=list)
    reported: set[Diagnostic] = field(default_factory=set)
    """Those about imports, which would be reported wherever an import is used."""
    dependencies: list[str] = field(default_factory=list)
    """The paths of all files that were read, in the order of their first use."""

    def report(self, rule: Rule, message: str, place: Position, *notes: Note) -> None:
        """Report what is wrong with an import, once, however often it is used."""
        found = Diagnostic.at(rule, message, place, notes=notes)
        if found not in self.reported:
            self.reported.add(found)
            self.diagnostics.append(found)

    def may_copy(self, nodes: int, place: Position | None) -> bool:
        """Count nodes that a file brings into the guide; report, once, that they are more than the limit allows."""
        self.nodes += nodes
        if self.nodes <= self.max_nodes:
            return True
        if place is not None and not self._has_reported(rules.SNIPPET_LIMIT):
            limit = self.max_nodes
            message = f"Unexpected node number {limit + 1} from included files, expected at most {limit}"
            self.report(rules.SNIPPET_LIMIT, message, place)
        return False

    def may_bring(self, characters: int, place: Position | None) -> bool:
        """Count text that is brought into the guide; report, once, that it is more than the limit allows."""
        self.text += characters
        if self.text <= self.max_text:
            return True
        if place is not None and not self._has_reported(rules.EXPANSION_LIMIT):
            message = f"Unexpected text brought in, expected at most {self.max_text} characters in all"
            self.diagnostics.append(Diagnostic.at(rules.EXPANSION_LIMIT, message, place))
        return False

    def _has_reported(self, rule: Rule) -> bool:
        return any(found.rule is rule for found in self.diagnostics)
