"""The templates of a project's own targets."""

from __future__ import annotations

import os
from pathlib import Path
from traceback import walk_tb
from typing import TYPE_CHECKING

from jinja2 import FunctionLoader, TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from guidec.source import Source
from guidec.targets.own.filters import FILTERS
from guidec.targets.own.undefined import Missing, UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinja2 import Template

    from guidec.source import Position

MISTAKES = (TemplateSyntaxError, TemplateNotFound, SecurityError, UnknownNameError)
"""Errors that lie in the template, whatever the guide."""


def load_template(name: str, files: Iterable[Path], *, html: bool) -> Template:
    """Load the template `name`: sandboxed, strict about undefined names, escaping if it writes HTML.

    It may include and extend the other `files`, by their names.
    """
    by_name = {file.name: file for file in files}

    def load(name: str) -> tuple[str, str, None] | None:
        return (by_name[name].read_text(encoding="utf-8"), name, None) if name in by_name else None

    environment = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(load),
        autoescape=html,
        undefined=Missing,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= FILTERS
    return environment.get_template(name)


def failed_line(error: Exception, template: str) -> tuple[str, int]:
    """Give the path and line of the template in which `error` arose; line 1 where that cannot be told."""
    own = Path(template)
    name, line = own.name, 1
    if isinstance(error, TemplateSyntaxError):
        name, line = error.name or name, error.lineno
    for frame, number in walk_tb(error.__traceback__):  # where Jinja has put the lines of the templates
        file = frame.f_code.co_filename
        if Path(file).name == file and file.endswith(own.suffix):
            name, line = file, number
    return own.with_name(name).as_posix(), line


def line_at(file: Path, number: int) -> Position:
    """Give the position of a line of a template; its path is absolute, since no content root need hold it."""
    try:
        text = file.read_bytes().decode(errors="replace")
    except OSError:
        text = ""
    source = Source(text, Path(os.path.abspath(file)).as_posix())  # noqa: PTH100 - resolve() would follow links
    line = min(number, len(source.line_starts))
    return source.span(source.line_starts[line - 1], source.line_end(line))
