"""Checks of a whole guide: what parses, and still does not help a reader.

To add a check, write a function from `Checked` to diagnostics and its line in `CHECKS`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.guide.checks.broken_links import broken_links
from guidec.guide.checks.characters import invisible_characters
from guidec.guide.checks.checked import Checked
from guidec.guide.checks.granted_scopes import ungranted_scopes
from guidec.guide.checks.links import link_targets
from guidec.guide.checks.real_secrets import secrets
from guidec.guide.checks.redirect_urls import redirect_urls
from guidec.guide.checks.structure import (
    duplicate_ids,
    empty_parts,
    images_without_text,
    missing_title,
    no_steps,
    skipped_heading_levels,
    unknown_components,
)
from guidec.guide.checks.titles import unresolved_titles
from guidec.guide.checks.untold_credentials import untold_credentials

if TYPE_CHECKING:
    from guidec.diagnostics import Diagnostic

__all__ = ["CHECKS", "Checked", "check_guide"]

CHECKS = (
    missing_title,
    empty_parts,
    no_steps,
    skipped_heading_levels,
    duplicate_ids,
    unknown_components,
    unresolved_titles,
    images_without_text,
    redirect_urls,
    ungranted_scopes,
    untold_credentials,
    secrets,
    link_targets,
    broken_links,
    invisible_characters,
)


def check_guide(checked: Checked) -> list[Diagnostic]:
    """Give everything that the checks find, check by check."""
    return [found for check in CHECKS for found in check(checked)]
