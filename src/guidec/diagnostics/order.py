"""Which diagnostics of a guide are reported, and in what order."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from guidec.diagnostics.diagnostic import Diagnostic
from guidec.diagnostics.rule import Severity
from guidec.diagnostics.rules.files import TOO_MANY_PROBLEMS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

MAX_PER_GUIDE = 1000
"""Diagnostics that one guide may have, so that a hostile one cannot fill a disk or a terminal."""


def reported(
    diagnostics: Iterable[Diagnostic],
    severities_of: Callable[[str], Mapping[str, Severity | None]],
    *,
    keep_errors: bool,
) -> tuple[Diagnostic, ...]:
    """Give the diagnostics with the configured severities (None turns a rule off), by place, without repetition.

    `severities_of` gives those that hold for a path. With `keep_errors` an error cannot be silenced or lowered: a
    guide without outputs always says why.
    """
    severities = cache(severities_of)
    chosen = (
        _configured(diagnostic, severities(diagnostic.path), keep_errors=keep_errors)
        for diagnostic in diagnostics
    )
    unique = dict.fromkeys(diagnostic for diagnostic in chosen if diagnostic is not None)
    return _bounded(sorted(unique, key=_place))


def _configured(
    diagnostic: Diagnostic, severities: Mapping[str, Severity | None], *, keep_errors: bool
) -> Diagnostic | None:
    if diagnostic.rule.id not in severities or (keep_errors and diagnostic.severity is Severity.ERROR):
        return diagnostic
    severity = severities[diagnostic.rule.id]
    return None if severity is None else replace(diagnostic, severity=severity)


def _place(diagnostic: Diagnostic) -> tuple[str, int, int, str]:
    return diagnostic.path, diagnostic.start.offset, diagnostic.end.offset, diagnostic.rule.id


def _bounded(diagnostics: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    if len(diagnostics) <= MAX_PER_GUIDE:
        return tuple(diagnostics)
    errors_first = sorted(diagnostics, key=lambda diagnostic: diagnostic.severity is not Severity.ERROR)
    more = too_many(diagnostics[0].path, len(diagnostics) - MAX_PER_GUIDE, "guide")
    return (*sorted(errors_first[:MAX_PER_GUIDE], key=_place), more)


def too_many(path: str, left_out: int, where: str) -> Diagnostic:
    """Say how many problems are not reported, at the guide where that began."""
    message = f"Unexpected {left_out} more problems in this {where}, expected fewer"
    return Diagnostic.in_file(TOO_MANY_PROBLEMS, message, path)
