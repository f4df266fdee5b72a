"""The Jinja environment that targets render with, and where its templates are found."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment

PACKAGED = Path(__file__).resolve().parent.parent / "templates"
CHECKED_OUT = Path(__file__).resolve().parents[3] / "templates"


def template_folder() -> Path:
    """Give the folder of guidec's own templates: inside an installed wheel, or at the top of a checkout."""
    return PACKAGED if PACKAGED.is_dir() else CHECKED_OUT


def template_text(name: str) -> str:
    """Give the text of one of guidec's own template files, such as a style sheet that a page takes in."""
    return (template_folder() / name).read_text(encoding="utf-8")


@cache
def environment() -> Environment:
    """Give the environment: sandboxed, strict about undefined names, escaping in `.html.j2` files.

    Guides are data to it: nothing in a guide is ever read as a template.
    """
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    from guidec.targets import quoting

    templates = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(template_folder(), encoding="utf-8"),
        autoescape=lambda name: name is not None and name.endswith(".html.j2"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    templates.filters |= {
        "yaml": quoting.quoted,
        "yaml_block": quoting.block,
        "yaml_word": quoting.word,
        "comment": quoting.comment,
    }
    return templates
