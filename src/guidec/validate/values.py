"""What is wrong with one string of a configuration, once its placeholders are resolved."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from guidec.diagnostics.printable import printable
from guidec.diagnostics.rules import config as rules
from guidec.example_urls import OWN_URL, is_placeholder

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from guidec.diagnostics import Rule
    from guidec.validate.schema import Schema

    Problem = tuple[Rule, str]

PLACEHOLDER = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")
FILL_ME_IN = re.compile(
    r"<[^<>]*>|\[[^\[\]]*\]|\{\{[^{}]*\}\}|\$\w+|\$\{[^{}]*\}|your[ _-].*|x{3,}|\*{3,}|\.{3,}|…"
    r"|todo|tbd|(?:change|replace|fill)[ _-]?(?:me|this|in)(?:[ _-]in)?|placeholder",
    re.IGNORECASE,
)
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
LISTED = 8


def problem_of(
    text: str, schema: Schema, path: tuple[str, ...], env: Mapping[str, str], *, required: bool
) -> Problem | None:
    """Give the one problem of the string at `path`, the most telling where there are several."""
    name = ".".join(path)
    variables = PLACEHOLDER.findall(text)
    resolved = PLACEHOLDER.sub(lambda match: env.get(match[1], ""), text)
    insecure = rules.CONFIG_INSECURE_URL, f"Unexpected scheme `http` in `{name}`, expected `https`"
    if schema.allowed is not None:
        right = text in schema.allowed or resolved in schema.allowed
        return (
            None if right else insecure if is_insecure(resolved) else _other(resolved, name, schema.allowed)
        )
    if path == ("redirect_url",):
        return _own_url(variables, resolved, name, env)
    as_in_template = text == schema.default
    if any(variable not in env for variable in variables):
        return _unset(variables[0], name, known=as_in_template) if required or not as_in_template else None
    if is_insecure(resolved) and (variables or not as_in_template):
        return insecure
    return _credential(text, resolved, schema, name, required=required) if path[0] == "credentials" else None


def _other(value: str, name: str, allowed: list[str]) -> Problem:
    if not value.strip():
        return rules.CONFIG_EMPTY, f"Unexpected empty `{name}`, expected {listed(allowed)}"
    rule = rules.CONFIG_REDIRECT_URL if name == "redirect_url" else rules.CONFIG_VALUE
    return rule, f"Unexpected value of `{name}`, expected {listed(allowed)}"


def _own_url(variables: list[str], resolved: str, name: str, env: Mapping[str, str]) -> Problem | None:
    """Judge a URL that stands where the guide has an example."""
    unset = next((variable for variable in variables if variable not in env), None)
    if unset:
        return _unset(unset, name, known=False)
    if not resolved.strip():
        return rules.CONFIG_EMPTY, f"Unexpected empty `{name}`, expected your own URL"
    if is_placeholder(resolved):
        return rules.CONFIG_PLACEHOLDER, f"Unexpected example in `{name}`, expected your own URL"
    if re.search(OWN_URL, resolved):
        return None
    rule = rules.CONFIG_INSECURE_URL if is_insecure(resolved) else rules.CONFIG_REDIRECT_URL
    return rule, f"Unexpected value of `{name}`, expected a URL that begins with `https://`"


def _unset(variable: str, name: str, *, known: bool) -> Problem:
    expected = f"the variable `{printable(variable)}` to be set" if known else "a variable that is set"
    return rules.CONFIG_PLACEHOLDER, f"Unexpected placeholder in `{name}`, expected {expected}"


def _credential(text: str, resolved: str, schema: Schema, name: str, *, required: bool) -> Problem | None:
    if not resolved.strip():
        found = "empty variable behind" if text.strip() else "empty"
        return (rules.CONFIG_EMPTY, f"Unexpected {found} `{name}`, expected a value") if required else None
    if FILL_ME_IN.fullmatch(resolved.strip()):
        return rules.CONFIG_PLACEHOLDER, f"Unexpected words of a template in `{name}`, expected a value"
    if schema.write_only and not PLACEHOLDER.search(text):
        expected = f"the placeholder `{schema.default}`" if schema.default else "a placeholder"
        return rules.CONFIG_SECRET, f"Unexpected secret in `{name}`, expected {expected}"
    return None


def listed(names: Iterable[str]) -> str:
    """Give names for a message: the only one, or the first of several."""
    shown = [f"`{printable(name, 200)}`" for name in names]
    if len(shown) == 1:
        return shown[0]
    return "one of " + ", ".join(shown[:LISTED]) + (" and others" if len(shown) > LISTED else "")


def is_insecure(text: str) -> bool:
    """Tell whether `text` is a URL that sends what it is given in clear text, to another machine."""
    if text[:7].lower() != "http://":
        return False
    try:
        return urlsplit(text).hostname not in LOOPBACK
    except ValueError:
        return True
