"""How a reader writes down what a guide contains: a line of plain words for each thing (`evaluation/README.md`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from record import Half, Strict

if TYPE_CHECKING:
    from collections.abc import Callable

Said = dict[str, Any]
"""What one line says, by the keys of its entry in the record; texts in full."""


class Reading(Strict):
    """What a reader wrote down about one guide. A field that is left out is not scored."""

    path: str
    root: str
    dialect: str
    half: Half
    note: str | None = None
    sections: list[str] | None = None
    steps: list[str] | None = None
    items: list[str] | None = None
    admonitions: list[str] | None = None
    redirect_urls: list[str] | None = None
    links: list[str] | None = None
    credentials: list[str] | None = None
    settings: list[str] | None = None


def _section(text: str) -> Said:
    kind, _, title = text.partition(" ")
    if kind.isdigit():
        return {"kind": "section", "level": int(kind), "title": title}
    return {"kind": kind, "title": title}


def _step(text: str) -> Said:
    return {"title": None, "text": text.removeprefix("| ")} if text.startswith("| ") else {"title": text}


def _item(text: str) -> Said:
    return {"optional": True, "text": text.removeprefix("? ")} if text.startswith("? ") else {"text": text}


def _admonition(text: str) -> Said:
    kind, title, body = text.split(" | ", 2)
    return {"kind": kind, "title": None if title == "-" else title, "text": body}


def _pair(first: str, second: str) -> Callable[[str], Said]:
    def read(text: str) -> Said:
        one, bar, two = text.partition(" | ")
        return {first: one, second: two} if bar else {first: one}

    return read


def _credential(text: str) -> Said:
    label = text.rstrip("*?")
    marks = text.removeprefix(label)
    return {"label": label, "secret": "*" in marks, "optional": "?" in marks}


def _setting(text: str) -> Said:
    for mark, key in (("=", "value"), ("~", "hint")):
        label, found, rest = text.partition(mark)
        if found:
            return {"label": label, key: rest}
    return {"label": text}


READERS: dict[str, Callable[[str], Said]] = {
    "sections": _section,
    "steps": _step,
    "items": _item,
    "admonitions": _admonition,
    "redirect_urls": _pair("url", "label"),
    "links": _pair("url", "text"),
    "credentials": _credential,
    "settings": _setting,
}
"""How a line of each field is read."""
