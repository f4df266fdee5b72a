"""Numbers with their nouns."""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """Give a number with its noun: "1 error", "2 errors"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def found_in_short(errors: int, warnings: int, infos: int) -> str:
    """Give how many diagnostics there were, of severity info only if there were any."""
    counts = [counted(errors, "error"), counted(warnings, "warning"), counted(infos, "info")]
    return ", ".join(counts if infos else counts[:2])
