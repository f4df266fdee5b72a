"""The last step: runs become tokens, text beside text becomes one, places become those of the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.mdx.token import PlainToken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

    from guidec.mdx.rules_inline.runs import Run
    from guidec.mdx.rules_inline.state_inline import MdxStateInline

_NAMES = {
    ("*", 1): "em",
    ("_", 1): "em",
    ("*", 2): "strong",
    ("_", 2): "strong",
    ("~", 1): "s",
    ("~", 2): "s",
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
        start, end = token.meta["span"]
        if previous is not None and token.type == "text":
            if not joined or joined[-1][0] is not previous:
                joined.append((previous, [previous.content]))
            joined[-1][1].append(token.content)
            previous.meta["span"] = (previous.meta["span"][0], state.segments.end(end))
            continue
        token.meta["span"] = place(start, end)
        if token.meta.pop("ends_behind_prefix", False):
            token.meta["span"] = (token.meta["span"][0], state.segments.offset(end))
        level -= token.nesting < 0
        token.level = level
        level += token.nesting > 0
        result.append(token)
        previous = token if token.type == "text" else None
    for token, parts in joined:
        token.content = "".join(parts)
    return result


def _with_runs_split(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        run = token.meta.pop("run", None)
        if run is None:
            yield token
        else:
            yield from _run_tokens(run)


def _run_tokens(run: Run) -> Iterator[Token]:
    """Give a run's tokens: what it closes, what is left as text, what it opens."""
    offset = run.start
    for size in run.closed:
        yield _token(f"{_NAMES[run.marker, size]}_close", -1, run.marker, offset, size)
        offset += size
    if run.size:
        yield _token("text", 0, run.marker, offset, run.size)
        offset += run.size
    for size in reversed(run.opened):
        yield _token(f"{_NAMES[run.marker, size]}_open", 1, run.marker, offset, size)
        offset += size


def _token(token_type: str, nesting: int, marker: str, offset: int, size: int) -> Token:
    markup = marker * size
    token = PlainToken(token_type, token_type.partition("_")[0] if nesting else "", nesting)  # type: ignore[arg-type]
    if nesting:
        token.markup = markup
    else:
        token.content = markup
    token.meta["span"] = (offset, offset + size)
    return token
