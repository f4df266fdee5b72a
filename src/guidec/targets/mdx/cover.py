"""The top of a regenerated guide: frontmatter, or the heading and quotations of an exported page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.mdx import nodes as n
from guidec.mdx.canonical_parse import parse_phrasing
from guidec.mdx.serialize import to_mdx
from guidec.targets.quoting import quoted, word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic import JsonValue

    from guidec.guide.models import Guide
    from guidec.targets.mdx.writer import Writer


def cover(guide: Guide, writer: Writer | None = None) -> list[str]:
    """Give the parts of the cover in order; `writer` where the guide moves to another dialect."""
    exported = guide.source.cover == "exported"
    index: dict[str, JsonValue] = {}
    if exported and writer is not None and writer.style.pages == "frontmatter":
        exported = False
        index = _index(guide, writer)
    said = {} if exported else {"title": guide.title or None, "description": guide.description}
    values = (
        {key: value for key, value in said.items() if value is not None} | guide.source.frontmatter | index
    )
    parts = []
    if guide.source.cover == "frontmatter" or values:
        parts.append("\n".join(["---", *_mapping(values, ""), "---"]))
    if exported:
        parts += _exported(guide)
    elif writer is not None and guide.description_markdown is not None:
        writer.nearest("description that is more than text", "its words in the frontmatter")
    return parts


def _index(guide: Guide, writer: Writer) -> dict[str, JsonValue]:
    """Give the index quotation of an exported page for frontmatter; it is no part of what such a page shows."""
    if guide.source.preamble is None:
        return {}
    writer.nearest("index quotation", "`preamble` in the frontmatter")
    return {"preamble": guide.source.preamble}


def _exported(guide: Guide) -> Iterator[str]:
    if guide.source.preamble is not None:
        # It is Markdown already: only the marks of the quotation are missing.
        yield "\n".join(f"> {line}" if line else ">" for line in guide.source.preamble.splitlines())
    yield to_mdx(n.Heading(None, (n.Text(None, guide.title),), 1))
    if guide.description is not None:
        markdown = guide.description_markdown
        said = parse_phrasing(markdown) if markdown else (n.Text(None, guide.description),)
        yield to_mdx(n.Blockquote(None, (n.Paragraph(None, said),)))


def _mapping(values: Mapping[str, JsonValue], indent: str) -> Iterator[str]:
    for key, value in values.items():
        yield from _entry(f"{indent}{word(key)}:", value, indent)


def _entry(start: str, value: JsonValue, indent: str) -> Iterator[str]:
    """Write a value behind a key or a dash; collections stand below a key, and mappings beside a dash."""
    if isinstance(value, dict) and value:
        lines = [*_mapping(value, indent + "  ")]
        yield from [f"{start} {lines[0].strip()}", *lines[1:]] if start.endswith("-") else [start, *lines]
    elif isinstance(value, list) and value:
        yield start
        for item in value:
            yield from _entry(f"{indent}  -", item, indent + "  ")
    else:
        yield f"{start} {_scalar(value)}"


def _scalar(value: JsonValue) -> str:
    if isinstance(value, str):
        return quoted(value)
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return {"[]": "[]", "{}": "{}"}.get(repr(value), repr(value))
