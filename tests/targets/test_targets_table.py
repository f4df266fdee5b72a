from __future__ import annotations

import subprocess
import sys

from guidec.targets import TARGETS
from guidec.targets.target import Target
from guidec.targets.templates import template_folder


def test_table_names_every_target_of_the_specification() -> None:
    assert list(TARGETS) == ["json", "html", "config", "connector", "mdx", "jsonld"]


def test_rows_are_targets_of_their_name() -> None:
    for name, target in TARGETS.items():
        assert isinstance(target, Target)
        assert target.name == name
        assert all((template_folder() / template).is_file() for template in target.templates)


def test_table_imports_nothing_until_asked() -> None:
    code = "import sys, guidec.targets; print([m for m in sys.modules if m in ('jinja2', 'pydantic')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
