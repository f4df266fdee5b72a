"""Every command that a page shows is one that guidec understands."""

from __future__ import annotations

import re
import shlex

import pytest
from manual_pages import OTHERS, PAGES, read

from guidec.cli.parser import COMMANDS, parse

LINE = re.compile(r"^(?:[ ]*|\$ |.*&& .*/)guidec (?P<arguments>[a-z].*)$", re.MULTILINE)
END = re.compile(r"  |[|>]|$")
"""Where the command ends and an explanation or the shell goes on."""


@pytest.mark.parametrize("page", [*PAGES, *OTHERS])
def test_commands_parse(page: str) -> None:
    for line in LINE.finditer(read(page)):
        arguments = shlex.split(line["arguments"][: END.search(line["arguments"]).start()])
        if arguments[0] in COMMANDS:
            parse(arguments)
