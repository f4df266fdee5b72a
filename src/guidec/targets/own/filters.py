"""The filters that the templates of a project's own targets have."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING, Any

from jinja2 import Undefined
from markupsafe import Markup
from pydantic import BaseModel
from pydantic_core import to_jsonable_python

from guidec.guide.indexes.schemes import refused_link
from guidec.guide.slugs import slug
from guidec.targets.markdown import MarkdownWriter
from guidec.targets.quoting import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markdown_it import MarkdownIt

    from guidec.guide.models import Block

ESCAPED_IN_ENV = re.compile(r'([$`"\\])')


def as_yaml(value: object) -> str:
    """Write a value as YAML on one line: text in double quotes, lists and mappings in flow style."""
    return _flow(_data(value))


def _flow(value: object) -> str:
    match value:
        case str():
            return quoted(value)
        case dict():
            return f"{{{', '.join(f'{quoted(name)}: {_flow(part)}' for name, part in value.items())}}}"
        case list():
            return f"[{', '.join(map(_flow, value))}]"
        case _:
            return json.dumps(value)


def as_json(value: object, indent: int | None = None) -> str:
    """Write a value as JSON."""
    return json.dumps(_data(value), ensure_ascii=False, indent=indent)


def _data(value: object) -> Any:
    """Give a value as plain data; an undefined name is the error that it is everywhere."""
    return to_jsonable_python(str(value) if isinstance(value, Undefined) else value)


def as_env(value: object) -> str:
    """Write a value for an environment file, in quotes; nothing in it is expanded."""
    text = str(value)
    return f"'{text}'" if "'" not in text else '"{}"'.format(ESCAPED_IN_ENV.sub(r"\\\1", text))


def as_slug(value: object) -> str:
    """Write text as lower-case ASCII words joined by hyphens."""
    return slug(str(value))


def as_markdown(value: Block | Iterable[Block]) -> str:
    """Write blocks of the guide as CommonMark."""
    writer = MarkdownWriter()
    return writer.block(value) if isinstance(value, BaseModel) else writer.blocks(value)


def as_html(value: str) -> Markup:
    """Render Markdown as HTML: raw HTML is shown as text, and only web, mail and telephone addresses become links."""
    return Markup(_parser().render(value))  # noqa: S704 - the parser escapes whatever is no Markdown


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False}).enable(["strikethrough", "table"])
    parser.validateLink = lambda url: refused_link(url) is None  # type: ignore[method-assign]
    return parser


FILTERS = {
    "yaml": as_yaml,
    "json": as_json,
    "env": as_env,
    "slug": as_slug,
    "markdown": as_markdown,
    "markdown_to_html": as_html,
}
