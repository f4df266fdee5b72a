"""One fuzz target under atheris; `run.py` starts this, with the options of libFuzzer."""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["guidec", "markdown_it"], enable_loader_override=False):
    from promises import PROMISES

if __name__ == "__main__":
    name = sys.argv.pop(1)
    PROMISES[name](b"# A\n")  # what is loaded once, such as templates, is no input's time
    atheris.Setup(sys.argv, PROMISES[name])
    atheris.Fuzz()
