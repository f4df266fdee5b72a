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
    """Give the environment: strict about undefined names, escaping in `.html.j2` files.

    Guides are data to it: nothing in a guide is ever read as a template. A project's own templates run in a sandbox
    (`guidec.targets.own.templates`); these here are part of guidec.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

    from guidec.targets import quoting

    templates = Environment(
        loader=FileSystemLoader(template_folder(), encoding="utf-8"),
        autoescape=select_autoescape(["html.j2"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        optimized=False,  # there is next to nothing to fold, and looking for it takes a hundredth of a small build
    )
    templates.filters |= {
        "yaml": quoting.quoted,
        "yaml_entry": quoting.entry,
        "yaml_list": quoting.listed,
        "yaml_word": quoting.word,
        "comment": quoting.comment,
    }
    # No template of guidec's own asks for the functions that Jinja offers all of them, and to hand these to each took
    # a hundredth of a build.
    templates.globals.clear()
    return templates
