"""Kinds of arguments that commands share."""

from __future__ import annotations

import argparse


def names(text: str) -> tuple[str, ...]:
    """Read a list of names with commas between them."""
    return tuple(name.strip() for name in text.split(",") if name.strip())


def natural(text: str) -> int:
    """Read a whole number of at least 1."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"Unexpected {text!r}, expected a whole number of at least 1")
    return int(text)
