from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guidec.env_file import read_env
from guidec.source import Source


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("A='x y'", {"A": "x y"}),
        ("A=''", {"A": ""}),
        ("A=", {"A": ""}),
        ("export A='x' # why", {"A": "x"}),
        ('A="say \\"hi\\" \\$HOME"', {"A": 'say "hi" $HOME'}),
        ("A=$(touch pwned)", {"A": "$(touch pwned)"}),
        ("A=plain#text # comment", {"A": "plain#text"}),
        ("A='two\nlines'\nB='x'", {"A": "two\nlines", "B": "x"}),
        ("A='1'\r\nA='2'\r\n", {"A": "2"}),
        ("\ufeffA='x'", {"A": "x"}),
        ("# A='x'\n\n  \n", {}),
    ],
)
def test_reads_assignments(line: str, values: dict[str, str]) -> None:
    assert read_env(Source(line)) == (values, ())


@pytest.mark.parametrize("line", ["A = 'x'", "1A='x'", "just text", "A='open", "A='x'y", 'A="x" y'])
def test_reports_other_lines_without_repeating_them(line: str) -> None:
    values, (problem,) = read_env(Source(f"# comment\n{line}\nB='x'\n", "my.env"))
    assert values == {"B": "x"}
    assert (problem.path, problem.start.line, problem.rule.id) == ("my.env", 2, "env-syntax")
    assert problem.message == "Unexpected text, expected `NAME='value'`"


@given(st.text(st.characters(exclude_characters="'\x00\r", exclude_categories=["Cs"])))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_single_quotes_mean_what_they_mean_to_a_shell(tmp_path: Path, value: str) -> None:
    path = tmp_path / "values.env"
    path.write_text(f"VALUE='{value}'\n", encoding="utf-8", newline="")
    script = '. "$1"; printf %s "$VALUE"'
    shell = subprocess.run(["sh", "-c", script, "sh", path], capture_output=True, check=True)
    assert read_env(Source(f"VALUE='{value}'\n"))[0] == {"VALUE": shell.stdout.decode()}
