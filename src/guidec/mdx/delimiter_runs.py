"""The delimiter runs of emphasis, strong emphasis and strikethrough: which is written where (CommonMark 0.31, 6.2)."""

from __future__ import annotations

from guidec.mdx import nodes as n
from guidec.mdx.escape import character_class

Attention = n.Emphasis | n.Strong | n.Delete
ATTENTION = (n.Emphasis, n.Strong, n.Delete)
MARKERS: dict[type[n.Node], tuple[str, ...]] = {
    n.Emphasis: ("_", "*"),
    n.Strong: ("**", "__"),
    n.Delete: ("~~",),
}
"""What may stand around each, the usual run first."""
FIRST_CHARACTERS: dict[type[n.Node], str] = {
    n.Link: "[",
    n.LinkReference: "[",
    n.FootnoteReference: "[",
    n.Image: "!",
    n.ImageReference: "!",
    n.InlineCode: "`",
    n.Break: "\\",
    n.MdxJsxTextElement: "<",
    n.MdxTextExpression: "{",
    n.Delete: "~",
}
LAST_CHARACTERS: dict[type[n.Node], str] = {
    n.Link: ")",
    n.Image: ")",
    n.LinkReference: "]",
    n.ImageReference: "]",
    n.FootnoteReference: "]",
    n.InlineCode: "`",
    n.Break: "\n",
    n.MdxJsxTextElement: ">",
    n.MdxTextExpression: "}",
    n.Delete: "~",
}


def delimiter_run(node: Attention, before: str, after: str, enclosing: str) -> str:
    """Choose the delimiter run of a node: one that neither joins a run before it nor closes the run around it."""
    own, *others = MARKERS[type(node)]
    in_word = "other" in (character_class(before), character_class(after))
    choices = [own, *others]
    free = [marker for marker in choices if marker[0] not in (before, enclosing[:1])]
    if not free:
        free = [marker for marker in choices if marker[0] != before] or choices
    # Inside a word an underscore is no delimiter.
    return next((marker for marker in free if not (in_word and marker[0] == "_")), free[0])


def needs_reference(outside: str, inside: str, marker: str) -> bool:
    """Say whether a letter outside must look like punctuation, or the run beside it would not count."""
    return character_class(outside) == "other" and (marker[0] == "_" or character_class(inside) != "other")


def first_character(node: n.Node) -> str:
    """Give the first character that is written for a node; for emphasis, whose run is not chosen yet, punctuation."""
    if isinstance(node, n.Text):
        return node.value[:1]
    return FIRST_CHARACTERS.get(type(node), "*")


def last_character(node: n.Node) -> str:
    """Give the last character that is written for a node, in the same way."""
    if isinstance(node, n.Text):
        return node.value[-1:]
    return LAST_CHARACTERS.get(type(node), "*")
