from __future__ import annotations

import subprocess
import sys

import guidec
from guidec.guide import models

NAMES = {
    "Change",
    "ChangeClass",
    "ChangePlace",
    "CompileError",
    "Diagnostic",
    "Diff",
    "DiffSummary",
    "NotCompared",
    "Note",
    "Options",
    "Rule",
    "Severity",
    "__version__",
    "check",
    "compile",
    "diff",
    "parse_mdx",
    "render",
    "render_files",
    *models.__all__,
}


def test_these_are_the_names_that_other_programs_may_rely_on() -> None:
    assert set(guidec.__all__) == NAMES
    assert dir(guidec) == sorted(guidec.__all__)


def test_every_name_is_there_and_says_what_it_is() -> None:
    for name in guidec.__all__:
        value = getattr(guidec, name)
        assert name in ("__version__", "Block") or value.__doc__


def test_an_unknown_name_is_an_attribute_error() -> None:
    assert not hasattr(guidec, "complie")


def test_importing_guidec_imports_nothing_else() -> None:
    code = "import sys, guidec; print([name for name in sys.modules if name.startswith('guidec.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)

    assert done.stdout == "[]\n"


def test_the_version_is_that_of_the_package() -> None:
    from importlib.metadata import version

    assert guidec.__version__ == version("guidec")
