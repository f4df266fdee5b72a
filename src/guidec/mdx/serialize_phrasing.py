"""Phrasing content as Markdown: text, emphasis, code spans, links, images and inline JSX.

House style: `**strong**` and `_emphasis_`, each with the other character where its own would be misread;
`~~deleted~~`; `[text](url "title")`; a backslash for a hard line break; references for what no
backslash can escape.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.mdx import nodes as n
from guidec.mdx.delimiter_runs import (
    ATTENTION,
    MARKERS,
    delimiter_run,
    first_character,
    last_character,
    needs_reference,
)
from guidec.mdx.escape import character_class, character_reference, escape_text, line_feeds
from guidec.mdx.link_parts import destination, label, quoted_title
from guidec.mdx.serialize_jsx import closing_tag, expression, opening_tag
from guidec.mdx.surroundings import Surroundings
from guidec.mdx.text import join_texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from guidec.mdx.delimiter_runs import Attention

# Less than what GFM takes for a URL, so that nothing behind it or in it can be read otherwise.
BARE_URL = re.compile(r"https?://(?:[a-z0-9-]+\.)+[a-z0-9-]+(?:/[\w./?=%#@+-]*)?(?<=[A-Za-z0-9/])", re.ASCII)
BACKTICKS = re.compile(r"`+")


def phrasing(nodes: Iterable[n.Node], around: Surroundings) -> str:
    """Write phrasing content."""
    siblings = [node for node in join_texts(nodes) if not _is_void(node)]
    if not siblings:
        return ""
    if len(siblings) == 1 and isinstance(siblings[0], n.Text):
        return text(siblings[0], around)
    places = _places(siblings, around)
    delimited = _delimited(siblings, places)
    return "".join(
        [delimited.get(at) or PHRASING[type(node)](node, places[at]) for at, node in enumerate(siblings)]
    )


def _is_void(node: n.Node) -> bool:
    """Say whether nothing can be written for a node: no Markdown means an empty text or empty emphasis."""
    return (isinstance(node, n.Text) and not node.value) or (
        isinstance(node, ATTENTION) and not node.children
    )


# Delimiter runs


def _places(siblings: Sequence[n.Node], around: Surroundings) -> list[Surroundings]:
    """Tell each sibling what stands before and behind it."""
    if len(siblings) == 1:
        return [around]
    befores = [around.before, *map(last_character, siblings[:-1])]
    afters = [*map(first_character, siblings[1:]), around.after]
    _, _, one_line, in_cell, bare_links, eager, in_label, marker, refer_first, refer_last = around
    places = [
        Surroundings(before, after, one_line, in_cell, bare_links, eager, in_label, marker)
        for before, after in zip(befores, afters, strict=True)
    ]
    if refer_first:
        places[0] = places[0]._replace(refer_first=True)
    if refer_last:
        places[-1] = places[-1]._replace(refer_last=True)
    return places


def _delimited(siblings: Sequence[n.Node], places: list[Surroundings]) -> dict[int, str]:
    """Write what stands between delimiter runs, and mark the texts beside it that have to be references for that."""
    written: dict[int, str] = {}
    for at, node in enumerate(siblings):
        if not isinstance(node, ATTENTION):
            continue
        before = written[at - 1][-1] if at - 1 in written else places[at].before
        after = places[at].after
        run = delimiter_run(node, before, after, places[at].marker)
        written[at] = attention(node, places[at]._replace(marker=run))
        inside = written[at].removeprefix(run).removesuffix(run)
        if at and needs_reference(before, inside[:1], run):
            places[at - 1] = places[at - 1]._replace(refer_last=True)
        if at + 1 < len(siblings) and needs_reference(after, inside[-1:], run):
            places[at + 1] = places[at + 1]._replace(refer_first=True)
    return written


# One function for each node type


def text(node: n.Text, around: Surroundings) -> str:
    """Write text, escaped."""
    value = line_feeds(node.value)
    head = character_reference(value[0]) if around.refer_first else ""
    value = value[1:] if head else value
    tail = character_reference(value[-1]) if around.refer_last and value else ""
    value = value[:-1] if tail else value
    before, after = head[-1:] or around.before, tail[:1] or around.after
    body = escape_text(value, before, after, one_line=around.one_line, eager=around.eager)
    if before == "]" and body[:1] in tuple("(:"):
        # Behind a reference these would make it a link with a destination, or a definition.
        body = "\\" + body
    if after == "[" and body.endswith("!"):
        body = body[:-1] + "\\!"
    return head + _protect(body, around) + tail


def attention(node: Attention, around: Surroundings) -> str:
    """Write emphasis, strong emphasis or strikethrough between delimiter runs."""
    marker = around.marker or MARKERS[type(node)][0]
    inside = Surroundings(
        marker[0],
        marker[0],
        *around[2:7],
        marker=around.marker,
        refer_first=character_class(first_character(node.children[0])) == "white space",
        refer_last=character_class(last_character(node.children[-1])) == "white space",
    )
    return marker + phrasing(node.children, inside) + marker


def inline_code(node: n.InlineCode, around: Surroundings) -> str:
    """Write a code span behind as many backticks as its value does not hold in a row."""
    value = line_feeds(node.value)
    value = value.replace("\n", " ") if around.one_line else value
    runs = {len(run) for run in BACKTICKS.findall(value)}
    fence = "`" * next(length for length in range(1, len(runs) + 2) if length not in runs)
    # One space on both sides is taken off again when there is more than white space between them.
    stripped = value[:1] in " \n" and value[-1:] in " \n" and value.strip(" \n")
    padding = " " if stripped or value[:1] == "`" or value[-1:] == "`" else ""
    return f"{fence}{padding}{value.replace('|', BAR) if around.in_cell else value}{padding}{fence}"


BAR = "\\|"


def break_(_: n.Break, around: Surroundings) -> str:
    """Write a hard line break; in a table cell only JSX can."""
    if around.one_line:
        return "<br />" if around.in_cell else " "
    return "\\\n"


def link(node: n.Link, around: Surroundings) -> str:
    """Write a link with its destination, or bare where GFM finds it by itself."""
    if around.bare_links and around.before in "\n >" and around.after in "\n <" and _is_bare(node):
        return node.url
    return _label(node, around) + resource(node.url, node.title, around)


def _is_bare(node: n.Link) -> bool:
    match node.children:
        case (n.Text(value=value),):
            return node.title is None and value == node.url and BARE_URL.fullmatch(value) is not None
    return False


def image(node: n.Image, around: Surroundings) -> str:
    """Write an image with its destination."""
    return f"!{_alt(node.alt, around)}{resource(node.url, node.title, around)}"


def link_reference(node: n.LinkReference, around: Surroundings) -> str:
    """Write a link that names its definition."""
    if node.reference_type == "full":
        return _label(node, around) + label(node.label, node.identifier)
    return label(node.label, node.identifier) + ("[]" if node.reference_type == "collapsed" else "")


def image_reference(node: n.ImageReference, around: Surroundings) -> str:
    """Write an image that names its definition."""
    if node.reference_type == "full":
        return f"!{_alt(node.alt, around)}{label(node.label, node.identifier)}"
    return "!" + label(node.label, node.identifier) + ("[]" if node.reference_type == "collapsed" else "")


def footnote_reference(node: n.FootnoteReference, _: Surroundings) -> str:
    """Write the mark of a footnote."""
    return label(node.label, node.identifier, "^")


def mdx_text_expression(node: n.MdxTextExpression, _: Surroundings) -> str:
    """Write an expression in a paragraph."""
    return expression(node.value)


def mdx_jsx_text_element(node: n.MdxJsxTextElement, around: Surroundings) -> str:
    """Write an element in a paragraph."""
    inside = around._replace(before=">", after="<", refer_first=False, refer_last=False)
    return opening_tag(node, in_cell=around.in_cell) + phrasing(node.children, inside) + closing_tag(node)


PHRASING: dict[type[n.Node], Callable[..., str]] = {
    n.Text: text,
    n.Emphasis: attention,
    n.Strong: attention,
    n.Delete: attention,
    n.InlineCode: inline_code,
    n.Break: break_,
    n.Link: link,
    n.Image: image,
    n.LinkReference: link_reference,
    n.ImageReference: image_reference,
    n.FootnoteReference: footnote_reference,
    n.MdxTextExpression: mdx_text_expression,
    n.MdxJsxTextElement: mdx_jsx_text_element,
}


# Brackets and destinations


def _label(node: n.Link | n.LinkReference, around: Surroundings) -> str:
    inside = around._replace(
        before="[", after="]", marker="", in_label=True, refer_first=False, refer_last=False
    )
    return f"[{phrasing(node.children, inside)}]"


def _alt(alt: str, around: Surroundings) -> str:
    inside = around._replace(before="[", after="]", in_label=True, one_line=True)
    return f"[{_protect(escape_text(line_feeds(alt), '[', ']', one_line=True, eager=around.eager), inside)}]"


def _protect(escaped: str, around: Surroundings) -> str:
    """Escape what would end the label or the table cell that text stands in."""
    if around.in_label:
        escaped = escaped.replace("]", "\\]")
    return escaped.replace("|", BAR) if around.in_cell else escaped


def resource(url: str, title: str | None, around: Surroundings) -> str:
    """Write a destination and title in parentheses."""
    # Without a destination before it a title would be one.
    written = (
        f"({destination(url)})" if title is None else f"({destination(url) or '<>'} {quoted_title(title)})"
    )
    return written.replace("|", BAR) if around.in_cell else written
