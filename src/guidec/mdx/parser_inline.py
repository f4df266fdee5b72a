"""The inline parser: markdown-it's, with a state that knows places and with rules looked up by character."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from markdown_it.parser_inline import ParserInline

from guidec.diagnostics import Diagnostic
from guidec.mdx.rules_inline.jsx_text import jsx_text
from guidec.mdx.rules_inline.newline import cut_trailing_space
from guidec.mdx.rules_inline.state_inline import MdxStateInline
from guidec.mdx.rules_inline.usual import MARKDOWN_READERS, MDX_READERS, usual_tokens
from guidec.mdx.segments import Segments

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token
    from markdown_it.utils import EnvType

InlineRule = Callable[[Any, bool], bool]
FinishingRule = Callable[[Any], None]
_TAB_SIZE = 4


class MdxParserInline(ParserInline):
    """Runs the rules of both rulers over the text of `inline` tokens.

    A rule in `markers` is asked only where one of its characters stands, a rule with none where no marker stands; any
    other rule, such as another plugin's, is asked everywhere, in the ruler's order. Rules of the second ruler in
    `finishing` leave plain text as it is.
    """

    def __init__(
        self,
        parser: ParserInline,
        markers: Mapping[InlineRule, str | None],
        finishing: frozenset[FinishingRule],
    ) -> None:
        vars(self).update(vars(parser))  # the rules, and whatever other plugins have told it
        self.markers = markers
        self.finishing = finishing
        self._rules: list[InlineRule] | None = None
        self._last_rules: list[FinishingRule] = []

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Parse text that comes from no known place: spans count from its start."""
        self.update()
        return self._run(MdxStateInline(src, md, env, tokens))

    def parse_token(self, token: Token, md: MarkdownIt, env: EnvType) -> None:
        """Parse the content of an `inline` token into its children, after `update`; problems become diagnostics."""
        document: Any = env.get("mdx")
        if usual := self._usual_tokens(
            token, document.most_tokens - document.tokens if document else sys.maxsize
        ):
            token.children = usual
            return
        token.children = [] if token.children is None else token.children
        state = MdxStateInline(token.content, md, env, token.children)
        state.heading_id = token.meta.get("heading_id", -1)
        segments = token.meta.get("segments")
        if document and segments:
            state.segments, state.source = Segments(segments), document.source.text
            if len(segments) > 1 and "\t" in token.content:
                state.column_of = _column_of(state.source, state.segments)
        self._run(state)
        for problem in state.problems:
            place = document.source.span(*state.segments.span(problem.offset, problem.end))
            document.diagnostics.append(Diagnostic.at(problem.rule, problem.reason, place))

    def _usual_tokens(self, token: Token, most: int) -> list[Token] | None:
        """Read content without asking the rules, where all of them and no others are active: most is plain enough."""
        segments = token.meta.get("segments", ())
        if not self._only_own_rules or len(segments) != 1 or token.children or "heading_id" in token.meta:
            return None
        tokens = usual_tokens(token.content, segments[0][1], self._readers)
        return tokens if tokens and len(tokens) <= most else None

    def _run(self, state: MdxStateInline) -> list[Token]:
        state.terminators = self._terminators
        self.tokenize(state)
        for rule in self._last_rules:
            rule(state)
        return state.tokens

    def tokenize(self, state: MdxStateInline) -> None:  # type: ignore[override]  # made only by this class
        """Ask the rules at each place in turn; what none of them takes is text."""
        src, end = state.src, state.posMax
        chains, any_character = self._chains, self._any_character
        while state.pos < end:
            pos = state.pos
            for rule in chains.get(src[pos], any_character):
                if rule(state, False):
                    if rule not in self.markers:
                        _place_tokens(state, pos)
                    break
            else:
                state.add_text(pos + 1)
            if state.pos <= pos:
                raise RuntimeError("inline rule didn't increment state.pos")
        cut_trailing_space(state)
        state.flush()

    def update(self) -> None:
        """Look up anew which rules are asked at which character, if the ruler has changed."""
        rules: list[InlineRule] = self.ruler.getRules("")
        last: list[FinishingRule] = self.ruler2.getRules("")
        if rules == self._rules and last == self._last_rules:
            return
        self._rules, self._last_rules = [*rules], [*last]
        markers = [self.markers.get(rule) for rule in rules]
        characters = sorted(set("".join(own or "" for own in markers)))
        self._any_character = tuple(rule for rule, own in zip(rules, markers, strict=True) if not own)
        self._chains: dict[str, tuple[InlineRule, ...]] = {
            character: tuple(
                rule for rule, own in zip(rules, markers, strict=True) if own is None or character in own
            )
            for character in characters
        }
        others = any(rule not in self.markers for rule in rules)
        self._only_own_rules = set(rules) == self.markers.keys() and self.finishing == set(last)
        self._readers = MDX_READERS if jsx_text in self.markers else MARKDOWN_READERS
        pattern = f"[{re.escape(''.join(characters))}]"
        self._terminators = re.compile(f"{pattern}|{self.terminator_re.pattern}" if others else pattern)


def _place_tokens(state: MdxStateInline, start: int) -> None:
    """Give the tokens of a rule that knows nothing of places the place where the rule matched."""
    for token in reversed(state.tokens):
        if "span" in token.meta:
            break
        token.meta["span"] = (start, state.pos)


def _column_of(text: str, segments: Segments) -> Callable[[int], int]:
    def column_of(offset: int) -> int:
        place = segments.offset(offset)
        line_start = max(text.rfind("\n", 0, place), text.rfind("\r", 0, place)) + 1
        return len(text[line_start:place].expandtabs(_TAB_SIZE))

    return column_of
