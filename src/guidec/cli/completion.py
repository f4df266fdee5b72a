"""`guidec completion`: a script that lets a shell complete commands, options, rules and files.

The script is made from the parser itself, so that it knows what the parser knows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from guidec.cli.exit import CLEAN

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Mapping

DESCRIPTION = "Print a script that makes a shell complete guidec's commands, options, rule ids and files."
EXAMPLES = """\
examples:
  guidec completion bash > ~/.local/share/bash-completion/completions/guidec
  guidec completion zsh > ~/.zfunc/_guidec       with fpath+=~/.zfunc before compinit
  guidec completion fish > ~/.config/fish/completions/guidec.fish
"""
FOLDERS = ("CONTENT", "DIR", "ROOT")
"""What arguments are called that name a folder."""
NAMES = ("N", "ID,...")
"""What arguments are called that nothing can be offered for."""


@dataclass(frozen=True, slots=True)
class Argument:
    """An option, or what stands without one."""

    flags: tuple[str, ...]
    """The spellings of an option; empty for an argument by position."""
    help: str
    takes: bool
    """Whether it takes a value."""
    words: tuple[str, ...]
    """The values to choose from."""
    kind: str
    """"words", "folder", "file" or "nothing": what else may stand there."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("shell", choices=tuple(SHELLS), metavar="SHELL", help=f"{', '.join(SHELLS)}")


def run(arguments: argparse.Namespace) -> int:
    """Print the script."""
    from guidec.cli.parser import COMMANDS, command_parser

    commands = {name: (summary, arguments_of(command_parser(name))) for name, summary in COMMANDS.items()}
    print(SHELLS[arguments.shell](commands), end="")
    return CLEAN


def arguments_of(parser: argparse.ArgumentParser) -> list[Argument]:
    """Give what a parser takes."""
    return [_argument(action) for action in parser._actions]


def _argument(action: argparse.Action) -> Argument:
    words = tuple(map(str, action.choices or ())) or _words(action.dest)
    takes = action.nargs != 0
    return Argument(tuple(action.option_strings), action.help or "", takes, words, _kind(action, words))


def _words(dest: str) -> tuple[str, ...]:
    """Give the values that an argument can have, by what it is called."""
    from guidec.config.names import DIALECTS
    from guidec.config.schema import NAME
    from guidec.diagnostics.rules import all_rules
    from guidec.targets import TARGETS
    from guidec.targets.schemas import FORMATS

    rules, targets = tuple(all_rules()), tuple(TARGETS)
    known = {"rule": rules, "select": rules, "ignore": rules, "target": targets, "to": targets}
    return {**known, "name": (*FORMATS, NAME), "dialect": DIALECTS}.get(dest, ())


def _kind(action: argparse.Action, words: tuple[str, ...]) -> str:
    """Tell what else than words may stand there."""
    if action.nargs == 0 or action.metavar in NAMES:
        return "nothing"
    if words:
        return "words"
    return "folder" if action.metavar in FOLDERS else "file"


Commands = dict[str, tuple[str, list[Argument]]]


def bash(commands: Commands) -> str:
    """Write the script for bash."""
    cases = "\n".join(_bash_command(name, taken) for name, (_, taken) in commands.items())
    return f"""\
# Completion of guidec for bash; made by `guidec completion bash`.
_guidec() {{
  local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} command= i
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    case ${{COMP_WORDS[i]}} in {"|".join(commands)}) command=${{COMP_WORDS[i]}}; break ;; esac
  done
  _guidec_words() {{ mapfile -t COMPREPLY < <(compgen -W "$1" -- "$word"); }}
  case $command in
{cases}
  *) _guidec_words "{" ".join([*commands, "--help", "--version"])}" ;;
  esac
}}
complete -o filenames -F _guidec guidec
"""


def _bash_command(name: str, taken: list[Argument]) -> str:
    offers = {"folder": 'mapfile -t COMPREPLY < <(compgen -d -- "$word")', "nothing": ":"}
    offers["file"] = 'mapfile -t COMPREPLY < <(compgen -f -- "$word")'

    def offer(argument: Argument) -> str:
        if argument.kind == "words":
            return f'_guidec_words "{" ".join(argument.words)}"'
        return offers[argument.kind]

    options = [argument for argument in taken if argument.flags]
    values = [f"    {'|'.join(one.flags)}) {offer(one)}; return ;;" for one in options if one.takes]
    flags = " ".join(flag for one in options for flag in one.flags if flag.startswith("--"))
    rest = next((offer(one) for one in taken if not one.flags), ":")
    lines = [f"  {name})", "    case $before in", *values, "    esac"] if values else [f"  {name})"]
    return "\n".join([*lines, f'    if [[ $word == -* ]]; then _guidec_words "{flags}"; else {rest}; fi ;;'])


def zsh(commands: Commands) -> str:
    """Write the script for zsh."""
    described = "\n".join(f"    {_quoted(f'{name}:{summary}')}" for name, (summary, _) in commands.items())
    cases = "\n".join(
        f"    {name}) _arguments -S \\\n      {_zsh_specs(taken)} ;;" for name, (_, taken) in commands.items()
    )
    return f"""\
#compdef guidec
# Completion of guidec for zsh; made by `guidec completion zsh`.
_guidec() {{
  local -a commands
  commands=(
{described}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
{cases}
  esac
}}
if [[ $funcstack[1] == _guidec ]]; then _guidec "$@"; else compdef _guidec guidec; fi
"""


def _zsh_specs(taken: list[Argument]) -> str:
    specs = []
    for argument in taken:
        value = {"folder": "_files -/", "file": "_files", "nothing": " "}.get(
            argument.kind, f"({' '.join(argument.words)})"
        )
        text = re.sub(r"[\[\]:\\]", " ", argument.help)
        if not argument.flags:
            specs.append(_quoted(f"*:{text}:{value}"))
        ending = f":value:{value}" if argument.takes else ""
        specs += [_quoted(f"*{flag}[{text}]{ending}") for flag in argument.flags]
    return " \\\n      ".join(specs)


def fish(commands: Commands) -> str:
    """Write the script for fish."""
    lines = ["# Completion of guidec for fish; made by `guidec completion fish`.", "complete -c guidec -f"]
    for name, (summary, taken) in commands.items():
        lines.append(f"complete -c guidec -n __fish_use_subcommand -a {name} -d {_fish_quoted(summary)}")
        lines += [_fish_argument(name, argument) for argument in taken]
    return "\n".join(lines) + "\n"


def _fish_argument(command: str, argument: Argument) -> str:
    parts = [f"complete -c guidec -n '__fish_seen_subcommand_from {command}'"]
    parts += [f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}" for flag in argument.flags]
    if argument.takes and argument.flags:
        parts.append("-r")
    if argument.kind == "words":
        parts.append(f"-a {_fish_quoted(' '.join(argument.words))}")
    elif argument.kind == "folder":
        parts.append("-a '(__fish_complete_directories)'")
    elif argument.kind == "file":
        parts.append("-F")
    return " ".join([*parts, f"-d {_fish_quoted(argument.help)}"])


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def _fish_quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


SHELLS: Mapping[str, Callable[[Commands], str]] = {"bash": bash, "zsh": zsh, "fish": fish}
