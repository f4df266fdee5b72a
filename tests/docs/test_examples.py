"""The examples of the documentation, run from top to bottom of a page as its reader would."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
PAGES = ["explanation/mdx.md", "how-to/diff.md"]
FENCED = re.compile(r"^```(python|pycon)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("page", PAGES)
def test_examples_do_what_the_page_says(page: str) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    namespace: dict[str, object] = {"__name__": page}
    runner = doctest.DocTestRunner(verbose=False)
    report: list[str] = []
    for block in FENCED.finditer(text):
        line = text.count("\n", 0, block.start(2))
        if block[1] == "python":
            exec(compile("\n" * line + block[2], page, "exec"), namespace)
            continue
        test = doctest.DocTestParser().get_doctest(block[2], namespace, page, page, line)
        runner.run(test, out=report.append, clear_globs=False)
        namespace = test.globs
    assert runner.summarize(verbose=False).attempted > 0
    assert not report, "".join(report)
