"""What is said about JSX tags in text that do not pair up. Pure functions from places to diagnostics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.diagnostics import Diagnostic, Note
from guidec.diagnostics.rules.mdx import MISMATCHED_TAG, STRAY_CLOSING_TAG

if TYPE_CHECKING:
    from guidec.source import Position

_LONGEST_NAME = 60


def stray_closing_tag(name: str | None, place: Position) -> Diagnostic:
    """Report a closing tag where no tag is open at all."""
    message = f"Unexpected closing tag {_shown(name)}, expected an opening tag before it"
    return Diagnostic.at(STRAY_CLOSING_TAG, message, place)


def wrong_closing_tag(
    name: str | None, place: Position, open_name: str | None, opened: Position
) -> Diagnostic:
    """Report a closing tag of another name than the innermost open tag."""
    message = f"Unexpected closing tag {_shown(name)}, expected {_shown(open_name)}"
    return Diagnostic.at(MISMATCHED_TAG, message, place, notes=(Note.at("the opening tag", opened),))


def misplaced_closing_tag(name: str | None, place: Position, opened: Position, parent: str) -> Diagnostic:
    """Report a closing tag inside `parent`, in which its opening tag does not stand."""
    message = (
        f"Unexpected closing tag {_shown(name)} inside {parent}, expected it outside, as its opening tag is"
    )
    return Diagnostic.at(MISMATCHED_TAG, message, place, notes=(Note.at("the opening tag", opened),))


def unclosed_tag(name: str | None, opened: Position, parent: str, parent_end: Position) -> Diagnostic:
    """Report a tag that is still open where its `parent` ends."""
    message = f"Unexpected end of {parent}, expected closing tag {_shown(name)} before it"
    return Diagnostic.at(MISMATCHED_TAG, message, parent_end, notes=(Note.at("the opening tag", opened),))


def _shown(name: str | None) -> str:
    """Write a closing tag, in bounded length."""
    name = name or ""
    return f"`</{name if len(name) <= _LONGEST_NAME else name[:_LONGEST_NAME] + '…'}>`"
