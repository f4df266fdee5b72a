"""Variables of the environment that a guide lists: what the reader fills in where no sentence names it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.guide.indexes.fields import key_of, may_name_credential, names_credential
from guidec.guide.indexes.mentions import Mention, Naming, mention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidec.guide.passages import Passage

NAME = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+")
LINE = re.compile(
    rf"^[ \t]*(?:(?:export[ \t]+)?(?P<name>{NAME.pattern})"
    r"(?:[ \t]*=[ \t]*(?P<value>\"[^\"\n]*\"|'[^'\n]*'|<[^<>\n]*>|(?:Your|your|Any)[ \t_-][^\n#]*"
    r"|[^\s\"'<]*))?;?[ \t]*)?(?:#[^\n]*)?$",
    re.MULTILINE,
)
"""A line of a list of variables: one with or without a value, a comment, or nothing."""
COLUMN = re.compile(r"(?:environment |env )?var(?:iable)?s?(?: name)?", re.IGNORECASE)
OPTION = re.compile(
    r"\b(?P<option>[A-Za-z]\w{1,40})[\"']?[ \t]{0,3}[:=][ \t]{0,3}"
    r"(?:(?:process|import\.meta)\.env\.|(?:os\.environ(?:\.get)?|os\.getenv|Deno\.env\.get|env)[\[(][\"'])"
    rf"(?P<name>{NAME.pattern})\b"
)
"""An option of a program that gets its value from a variable: `clientId: process.env.ACME_CLIENT_ID`."""
PLACE = re.compile(r"_(?:DOMAIN|ENDPOINT|HOST|ISSUER|REALM|REGION|SUBDOMAIN|TENANT)\Z")
"""Ends the names of what tells where the provider is."""
ENVIRONMENT = re.compile(r"\benvironment variables?\b|(?<!\w)\.env\b", re.IGNORECASE)
KEPT = re.compile(r"_(?:ID|KEY|PASSWORD|SECRET|SID|TOKEN|USERNAME)\Z")
"""Ends the names of what the provider gives; other names need a value that is left open."""
OPEN = re.compile(r"[\"']?(?:<.*>|\{.*\}|\[.*\]|(?:your|my|the)\b.*|\.{3}|x{3,})?[\"']?", re.IGNORECASE)
"""No value, or one that only says what to put there: `<your client ID>`, `your-client-id`."""


def variables(passage: Passage, before: Passage | None) -> Iterator[Mention]:
    """Give the variables that a passage lists; `before` is the text that it follows."""
    if "_" not in passage.text:
        return
    if passage.kind == "code":
        yield from _in_code(passage, before)
    elif passage.kind in ("cell", "item", "step") and _is_listed(passage):
        first = passage.line.runs[0]
        kept = KEPT.search(first.text) or PLACE.search(first.text)
        if first.style == "code" and NAME.fullmatch(first.text) and kept:
            yield mention(passage, first.text, Naming.VARIABLE, passage.line.position(first.start, first.end))


def _is_listed(passage: Passage) -> bool:
    """Tell whether a passage is one of a list, or the first cell of a row of a table, of variables."""
    if passage.kind == "cell":
        return passage.row == passage.text and COLUMN.fullmatch(passage.column or "") is not None
    return passage.lead is not None and ENVIRONMENT.search(passage.lead.text) is not None


def _in_code(passage: Passage, before: Passage | None) -> Iterator[Mention]:
    text = passage.text
    found = list(LINE.finditer(text))
    if len(found) != text.count("\n") + 1:
        yield from _in_program(passage)
        return
    named = [line for line in found if line["name"]]
    if not any(line["value"] is not None for line in named) and not (
        before and ENVIRONMENT.search(before.text)
    ):
        return
    for line in named:
        if _is_to_fill_in(line["name"], line["value"] or ""):
            place = passage.line.position(line.start("name"), line.end("name"))
            yield mention(passage, line["name"], Naming.VARIABLE, place)


def _in_program(passage: Passage) -> Iterator[Mention]:
    for found in OPTION.finditer(passage.text) if "env" in passage.text else ():
        option = key_of(found["option"])
        if "_" in option and names_credential(option) and KEPT.search(found["name"]):
            place = passage.line.position(found.start("name"), found.end("name"))
            yield mention(passage, found["name"], Naming.OPTION, place)


def _is_to_fill_in(name: str, value: str) -> bool:
    return KEPT.search(name) is not None or (may_name_credential(name) and OPEN.fullmatch(value) is not None)
