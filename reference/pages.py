"""All pages of the reference that are made from the code."""

from __future__ import annotations

from pathlib import Path

from guidec.targets.schemas import FORMATS
from reference.change_page import changes_page
from reference.command_page import commands_page
from reference.component_page import components_page
from reference.configuration_page import configuration_page
from reference.format_page import format_page
from reference.python_page import python_page

FOLDER = Path(__file__).parents[1] / "docs" / "reference"


def pages() -> dict[str, str]:
    """Give the text of each page by its name."""
    return {
        "commands.md": commands_page(),
        "configuration.md": configuration_page(),
        "components.md": components_page(),
        "changes.md": changes_page(),
        "python.md": python_page(),
        **{f"format-{name}.md": format_page(name) for name in FORMATS},
    }
