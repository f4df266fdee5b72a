"""Completion offers what the parser takes, and help teaches with examples that work."""

from __future__ import annotations

import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
from commands import Run

from guidec.cli.parser import COMMANDS, command_parser, parse
from guidec.diagnostics.rules import all_rules

SHELLS = ("bash", "zsh", "fish")
OFFER = """
source {script}
COMP_WORDS=({words} '') COMP_CWORD={count}
COMP_WORDS[COMP_CWORD]={word}
_guidec
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


@pytest.fixture
def offers(tmp_path: Path, run: Run) -> object:
    """Give a function that presses Tab in bash."""
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("bash is not installed")
    script = tmp_path / "guidec.bash"
    script.write_text(run("completion", "bash").out)
    (tmp_path / "docs").mkdir()
    (tmp_path / "a.mdx").write_text("")

    def offers(line: str) -> set[str]:
        *words, word = line.split(" ")
        text = OFFER.format(script=script, words=" ".join(words), count=len(words), word=shlex.quote(word))
        done = subprocess.run([bash, "-c", text], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.stderr == ""
        return set(done.stdout.split())

    return offers


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("guidec ", {*COMMANDS, "--help", "--version"}),
        ("guidec ch", {"check"}),
        ("guidec check --output-format ", {"text", "concise", "json", "sarif", "github"}),
        ("guidec check --output-format co", {"concise"}),
        ("guidec check --select redirect-url-f", {"redirect-url-fragment"}),
        ("guidec explain image-", {"image-alt"}),
        ("guidec build --target j", {"json", "jsonld"}),
        ("guidec build d", {"docs"}),
        ("guidec build a", set()),
        ("guidec check a", {"a.mdx"}),
        ("guidec build --che", {"--check"}),
        ("guidec schema pro", {"project"}),
        ("guidec completion ", set(SHELLS)),
        ("guidec serve --port ", set()),
    ],
)
def test_bash_offers_what_may_stand_there(offers: object, line: str, expected: set[str]) -> None:
    assert callable(offers)
    assert offers(line) == expected


@pytest.mark.parametrize("shell", SHELLS)
def test_every_shell_knows_every_command_option_and_rule(run: Run, shell: str) -> None:
    script = run("completion", shell).out

    for name in COMMANDS:
        assert name in script
        for action in command_parser(name)._actions:
            for flag in action.option_strings:
                if flag.startswith("--"):
                    assert (f"-l {flag[2:]} " if shell == "fish" else flag) in script
    assert all(rule in script for rule in all_rules())


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_is_one_of_its_shell(tmp_path: Path, run: Run, shell: str) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not installed")
    script = tmp_path / "script"
    script.write_text(run("completion", shell).out)
    done = subprocess.run([program, "-n", str(script)], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")


def test_an_unknown_shell_is_wrong_usage(run: Run) -> None:
    assert run("completion", "tcsh").status == 2


@pytest.mark.parametrize("name", COMMANDS)
def test_help_teaches_with_examples_that_the_parser_takes(name: str) -> None:
    epilog = command_parser(name).epilog or ""
    examples = [line.strip() for line in epilog.splitlines() if line.startswith("  guidec ")]

    assert examples
    for example in examples:
        command = example.partition("   ")[0].partition(" > ")[0]
        assert parse(shlex.split(command)[1:]).run is parse([name, *shlex.split(command)[2:]]).run


def test_all_options_say_what_they_do() -> None:
    for name in COMMANDS:
        for action in command_parser(name)._actions:
            assert action.help, (name, action.dest)
