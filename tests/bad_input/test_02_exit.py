"""How a run ends, and what it may print."""

from __future__ import annotations

from pathlib import Path

import pytest
from stranger import Stranger


@pytest.mark.parametrize(
    ("text", "status"), [("# A\n\n## B\n\nText.\n", 0), ("# A\n\n![](a.png)\n", 0), ("# A\n\n<B>\n", 1)]
)
def test_only_errors_are_a_failure(tmp_path: Path, text: str, status: int) -> None:
    project = Stranger(tmp_path)
    project.write("bad.mdx", text)
    assert (project.build().status, project.check().status) == (status, status)


@pytest.mark.parametrize(
    "arguments",
    [
        ["build", "nowhere"],
        ["build", "--unknown"],
        ["build", "a\x1b[31m\n\u202eb"],
        ["check", "nowhere"],
        ["check", "--select", "\x1b[31m"],
        ["explain", "x" * 100_000],
        ["schema", "../../etc/passwd"],
        ["render", "content/good.mdx", "--to", "../x"],
        ["x" * 100_000],
    ],
    ids=lambda value: " ".join(value)[:30].encode("unicode_escape").decode(),
)
def test_wrong_usage_is_told_in_few_words(tmp_path: Path, arguments: list[str]) -> None:
    found = Stranger(tmp_path).run(*arguments)
    assert found.status == 2
    assert 0 < len(found.err) < 10_000


@pytest.mark.parametrize("output_format", ["text", "concise", "github", "json", "sarif"])
@pytest.mark.parametrize(
    "text",
    [
        "<" + "a" * 200_000 + ">\n",
        "<A " + "b" * 200_000 + "=c />\n",
        "# A\n\n<" + "A" * 200_000 + " />\n\n{" + "a." * 100_000 + "b}\n",
        "---\ntitle: !" + "x" * 200_000 + " y\n---\n",
        "# A\n\n[\x1b[31m\u202e\u200b](x\x1b]0;y\x07)\n\n<B\x9b>\n",
        "x" * 200_000 + "<b",
    ],
    ids=range(6),
)
def test_what_is_printed_is_bounded_and_plain(tmp_path: Path, text: str, output_format: str) -> None:
    project = Stranger(tmp_path)
    project.write("bad.mdx", text)
    found = project.run("check", "--output-format", output_format)
    assert len(found.out) + len(found.err) < 60_000
