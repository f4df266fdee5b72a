"""The last step: runs become tokens, text beside text becomes one, places become those of the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.mdx.token import PlainToken

if TYPE_CHECKING:
    from markdown_it.token import Token

    from guidec.mdx.rules_inline.runs import Run
    from guidec.mdx.rules_inline.state_inline import MdxStateInline

_NAMES = {
    ("*", 1): ("em_close", "em", "em_open"),
    ("_", 1): ("em_close", "em", "em_open"),
    ("*", 2): ("strong_close", "strong", "strong_open"),
    ("_", 2): ("strong_close", "strong", "strong_open"),
    ("~", 1): ("s_close", "s", "s_open"),
    ("~", 2): ("s_close", "s", "s_open"),
}


def fragments_join(state: MdxStateInline) -> None:
    """Finish the tokens of the text and of all images in it."""
    state.tokens[:] = _finished(state, state.tokens)
    unfinished = [token for token in state.tokens if token.type == "image"]
    while unfinished:
        image = unfinished.pop()
        image.children = _finished(state, image.children or [])
        unfinished.extend(token for token in image.children if token.type == "image")


def _finished(state: MdxStateInline, tokens: list[Token]) -> list[Token]:
    place = state.segments.span
    result: list[Token] = []
    joined: list[tuple[Token, list[str]]] = []
    level = 0
    previous = None
    for token in _with_runs_split(tokens) if state.first_marker else tokens:
        meta = token.meta
        start, end = meta["span"]
        if token.type != "text":
            previous = None
        elif previous is None:
            previous = token
        else:
            if not joined or joined[-1][0] is not previous:
                joined.append((previous, [previous.content]))
            joined[-1][1].append(token.content)
            previous.meta["span"] = (previous.meta["span"][0], state.segments.end(end))
            continue
        meta["span"] = place(start, end)
        if token.tag == "br" and meta.pop("ends_behind_prefix", False):
            meta["span"] = (meta["span"][0], state.segments.offset(end))
        if nesting := token.nesting:
            level -= nesting < 0
            token.level = level
            level += nesting > 0
        else:
            token.level = level
        result.append(token)
    for token, parts in joined:
        token.content = "".join(parts)
    return result


def _with_runs_split(tokens: list[Token]) -> list[Token]:
    split: list[Token] = []
    for token in tokens:
        run = token.meta.get("run")
        if run is None:
            split.append(token)
        else:
            _split_run(run, split)
    return split


def _split_run(run: Run, tokens: list[Token]) -> None:
    """Add a run's tokens: what it closes, what is left as text, what it opens."""
    offset, marker = run.start, run.marker
    for size in run.closed:
        closing, tag, _ = _NAMES[marker, size]
        meta = {"span": (offset, offset + size)}
        tokens.append(PlainToken(closing, tag, -1, None, None, 0, None, "", marker * size, "", meta))
        offset += size
    if run.size:
        meta = {"span": (offset, offset + run.size)}
        tokens.append(PlainToken("text", "", 0, None, None, 0, None, marker * run.size, "", "", meta))
        offset += run.size
    for size in reversed(run.opened):
        _, tag, opening = _NAMES[marker, size]
        meta = {"span": (offset, offset + size)}
        tokens.append(PlainToken(opening, tag, 1, None, None, 0, None, "", marker * size, "", meta))
        offset += size
