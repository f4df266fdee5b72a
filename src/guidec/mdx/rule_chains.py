"""Which block rules are asked at a line: looked up by the character that the line starts with."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from guidec.mdx.state import LAZY

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markdown_it.ruler import Ruler

    from guidec.mdx.state import MdxStateBlock

BlockRule = Callable[[Any, int, int, bool], bool]


class Chain:
    """Rules in the order in which they are asked."""

    def __init__(self, rules: Sequence[BlockRule], characters: Mapping[BlockRule, str | None]) -> None:
        markers = [(rule, characters.get(rule)) for rule in rules]
        listed = {character for _, own in markers for character in own or ""}
        self.anywhere = [rule for rule, own in markers if own is None]
        """The rules that are asked at every line."""
        self.by_character = {
            character: [rule for rule, own in markers if own is None or character in own]
            for character in listed
        }

    def at(self, character: str) -> Sequence[BlockRule]:
        """Give the rules for a line that starts with a character."""
        return self.by_character.get(character, self.anywhere)


class RuleChains:
    """The chains of a ruler, made anew when its rules change.

    `containers` and `blocks` are our own rules, with the characters that a line must start with; a rule that is in
    neither is another plugin's.
    """

    def __init__(
        self,
        ruler: Ruler[Any],
        containers: Mapping[BlockRule, str],
        blocks: Mapping[BlockRule, str | None],
    ) -> None:
        self._ruler = ruler
        self._own_containers = containers
        self._own_blocks = blocks
        self._active: list[BlockRule] = []

    def update(self) -> None:
        """Make the chains anew if a rule was added, enabled or disabled."""
        active = self._ruler.getRules("")
        if self._active == active:
            return
        self._active = active
        containers = [rule for rule in active if rule in self._own_containers]
        blocks = self._ordered(active)
        self.containers = Chain(containers, self._own_containers)
        self.blocks = Chain(blocks, self._own_blocks)
        self.interrupting = Chain(self._ordered(self._ruler.getRules("paragraph")), self._own_blocks)
        """What ends a paragraph."""
        self.before_row = Chain([rule for rule in blocks if not self._takes_anything(rule)], self._own_blocks)
        """What ends a table."""

    def _ordered(self, rules: Sequence[BlockRule]) -> list[BlockRule]:
        """Give the rules that open no container; a table, which starts like a paragraph, comes next to last."""
        blocks = [rule for rule in rules if rule not in self._own_containers]
        return sorted((self._known(rule) for rule in blocks), key=self._takes_anything)

    def _takes_anything(self, rule: BlockRule) -> bool:
        return rule in self._own_blocks and self._own_blocks[rule] is None

    def _known(self, rule: BlockRule) -> BlockRule:
        return rule if rule in self._own_blocks else _prepared(rule)


def _prepared(rule: BlockRule) -> BlockRule:
    """Let a rule of another plugin see the lines of the open containers as markdown-it shows them."""

    def prepared(state: MdxStateBlock, start: int, end: int, silent: bool) -> bool:
        if silent and state.kinds[start] == LAZY and not state.is_outdented(start):
            return False
        return rule(state, start, state.prepare(start, end), silent)

    return prepared
