"""Names that programs read, made from what a guide calls things."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guidec.guide.models import Guide

NO_WORD = re.compile(r"[^a-z0-9]+")
KEY_LENGTH = 100  # YAML allows no more than 1024 characters for a key on one line


def snake_case(text: str) -> str:
    """Give `text` as snake_case of ASCII letters and digits: "App contact/support" is `app_contact_support`.

    Empty where nothing in it can be written so.
    """
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return NO_WORD.sub("_", ascii_text.lower()).strip("_")


def camel_case(key: str) -> str:
    """Give a snake_case key as camelCase: `client_id` is `clientId`."""
    first, *others = key.split("_")
    return first + "".join(word.capitalize() for word in others)


def unique(name: str, taken: dict[str, int]) -> str:
    """Give the first 100 characters of `name`, or `name_2`, `name_3`, ... where that is taken, and take it."""
    candidate = name = name[:KEY_LENGTH].rstrip("_")
    while candidate in taken:
        taken[name] += 1
        candidate = f"{name}_{taken[name]}"
    taken[candidate] = 1
    return candidate


def variable(guide: Guide, key: str) -> str:
    """Name the environment variable for a credential: `SMARTSHEET_CLIENT_ID`.

    The provider's key, or the last part of the guide's id, stands in front of it or in it, so it is never one such as
    `PATH`.
    """
    prefix = snake_case(guide.provider.key if guide.provider else guide.id.rpartition("/")[2]) or "guide"
    is_named = key != prefix and f"_{prefix}_" in f"_{key}_"
    name = (key if is_named else f"{prefix}_{key}").upper()
    return f"_{name}" if name[0].isdigit() else name
