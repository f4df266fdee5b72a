"""Labels in running text, where nothing sets them apart: "copy the client ID and secret"."""

from __future__ import annotations

import re
from operator import itemgetter
from typing import TYPE_CHECKING

from guidec.guide.indexes.entered import entered
from guidec.guide.indexes.fields import BUTTON, OPTIONAL, OWNER, may_name_credential, names_credential
from guidec.guide.indexes.mentions import JOINED, OF_READER, Mention, Naming, mention
from guidec.guide.indexes.told import is_excluded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidec.guide.indexes.told import Told
    from guidec.guide.passages import Passage
    from guidec.guide.runs import Line

LABEL = re.compile(
    (
        rf"\b(?:(?:(?i:{OWNER}) (?:\((?i:{OWNER})\) )?){{1,5}}(?i:id|key|secret(?: key)?|token|password)\b|"
        r"(?:[A-Z]{2,5} )?(?:[A-Z][a-z]+ ){1,5}(?:Domain|URL|Host|ID|Endpoint|Identifier)\b|"
        r"(?:[A-Z]{2,5} )?(?:[A-Z][a-z]+ ){0,4}(?:Base|Issuer|Server) URI\b|"
        r"[A-Z]{2,6} (?i:key|token|secret)\b|"
        r"(?i:(?:company|account|workspace|organi[sz]ation|instance|site|shop|store|tenant) (?:sub ?)?domain)\b)"
    ).replace(" ", r"[ \n]")
)
"""A credential's label in running text, where nothing sets it apart: few words, and the strongest only.

A line may end within it.
"""
LABEL_WORDS = frozenset(
    "domain endpoint enter field fill host id identifier input key password provide secret subdomain supply token "
    "uri url".split()
)
"""In running text every label holds one of these, or stands behind one, also those of the patterns below."""
AND_SECRET = re.compile(
    r"\b(?:id|key)(?:\s+and\s+|\s*[&/,]\s*)(?:the\s+)?(?P<secret>secret|token)\b(?!\s+(?:access\s+)?key)",
    re.IGNORECASE,
)
"""Two labels that share their words: "client ID and secret"."""
SHARED = re.compile(rf"\b(?!key\s+\Z)(?P<owner>(?:(?:{OWNER})\s+){{0,2}}(?:{OWNER}))\s+\Z", re.IGNORECASE)
"""The words that they share, which stand in front."""
INVENTED = re.compile(r"\b(?:an?|any|new|descriptive|unique)\s+(?:\w+\s+)?$", re.IGNORECASE)
"""Stands in front of what the reader makes up, rather than copies."""
CREDENTIALS = re.compile(r"\bcredentials\s*\Z", re.IGNORECASE)
YOURS = re.compile(r"\byour\s+\Z", re.IGNORECASE)
EXPLAINED = re.compile(
    r"(?:[—–(,]|\s-)\s*(?:an?|this is|i\.e\.|aka|also|called)\s(?:\w+\s)?$|\bnot\s+(?:the|your|an?)\s+$",
    re.IGNORECASE,
)
"""Stands in front of what says the same in other words, or what is not meant: "a bearer token", "(not the ID)"."""
REFERRED = re.compile(
    r"\b(?:which (?:is|are)|(?:according|belong(?:s|ing)?|correspond(?:s|ing)?|linked|related) to|match(?:es|ing)?|"
    r"based on|depend(?:s|ing)? on|associated with|the same as)\s+(?:(?:your|the|an?)\s+)?$",
    re.IGNORECASE,
)
"""Stands in front of what tells which thing is meant: "the server that corresponds to your tenant domain"."""
SOURCE = re.compile(r"\bfrom\s+$", re.IGNORECASE)
"""Stands in front of who has what is copied: "from Harbour ID"."""
LOOK_UP = re.compile(r"\b(?:find|locate|look up|search for)\s+(?:the|your)\s+\Z", re.IGNORECASE)
IN_TABLE = re.compile(r"\s+(?:in|on)\s+(?:(?:a|the|that|this)\s+)?(?:\w+\s+)?table\b", re.IGNORECASE)
"""Stand around what the reader looks up, and so knows."""
PRODUCT = re.compile(r"\b(?:Apple|Entra|Face|Touch) ID\Z")
"""Products and features that are called like identifiers."""
ARMOUR = "-----"
"""Stands around what a file of keys calls its parts."""
ISSUED = re.compile(r"(?:user )?(?:access|bearer|id|refresh|session) token", re.IGNORECASE)
"""What programs get again and again: "you receive a new refresh token"."""
SHARED_REACH = 60
"""Characters of three such words, with some room."""
QUOTED = re.compile(r"[\"“](?P<label>[A-Z][^\"“”\n]{2,60})[\"”]")
"""What stands on a page, as pages without bold words set it apart."""
BUTTON_VERB = re.compile(r"[a-z,]\s+(?P<verb>(?!Your\b)[A-Z][a-z]+)\s+$")
"""Stands within a sentence in front of the rest of what a button is called: "press Generate API Key"."""
INTO_FIELD = re.compile(r"\binto\s+the\s+(?P<label>[A-Z][\w-]*(?: [A-Z][\w-]*){0,3})\s+field\b")


def in_words(
    passage: Passage, line: Line, start: int, end: int, naming: Naming, told: Told
) -> Iterator[Mention]:
    """Give the labels between two offsets of a line that the reader is told of, in reading order."""
    said = -1
    for label, at in _words(line.text, start, end):
        opened = line.text.rfind("(", max(at - 200, 0), at)
        aside = opened > line.text.rfind(")", max(at - 200, 0), at)
        if _is_in_passing(line.text, label, at) or (aside and _follows_label(line, opened, at)):
            continue
        listed = aside and CREDENTIALS.search(line.text, max(opened - 20, 0), opened) is not None
        joined = said >= 0 and JOINED.fullmatch(line.text, said, at)
        if joined or listed or told.means_words(at) or YOURS.search(line.text, max(at - 12, 0), at):
            said = at + len(label)
            place = line.position(at, at + len(label)) if line.runs else None
            optional = OPTIONAL.match(line.text, at + len(label)) is not None
            yield mention(passage, label, Naming.ASIDE if aside else naming, place, optional=optional)


def _is_in_passing(text: str, label: str, at: int) -> bool:
    """Tell whether a label only explains another thing, or stands for what is made up or made by programs."""
    if (
        PRODUCT.search(label)
        or text.startswith(ARMOUR, at + len(label))
        or EXPLAINED.search(text, max(at - 40, 0), at)
    ):
        return True
    looked_up = IN_TABLE.match(text, at + len(label)) and LOOK_UP.search(text, max(at - 40, 0), at)
    if looked_up or is_excluded(text, at):
        return True
    if SOURCE.search(text, max(at - 8, 0), at) and not names_credential(label):
        return True
    verb = BUTTON_VERB.search(text, max(at - 20, 0), at)
    if verb and BUTTON.match(verb["verb"]):
        return True
    invented = INVENTED.search(text, max(at - 40, 0), at) is not None
    if invented and (ISSUED.fullmatch(label) or not names_credential(label)):
        return True
    return REFERRED.search(text, max(at - 40, 0), at) is not None


def _words(text: str, start: int, end: int) -> list[tuple[str, int]]:
    """Give the labels that running text itself gives away, and where each starts, in reading order."""
    found: list[tuple[str, int]] = []
    for words in LABEL.finditer(text, start, max(start, end)):
        own = OF_READER.match(words.group())
        found.append((words.group()[own.end() if own else 0 :], words.start() + (own.end() if own else 0)))
    known = {at + len(label) for label, at in found}
    found += (
        (quoted["label"], quoted.start("label"))
        for quoted in QUOTED.finditer(text, start, max(start, end))
        if quoted.end("label") not in known and may_name_credential(quoted["label"])
    )
    found += (field for field in entered(text, start, end) if field[1] + len(field[0]) not in known)
    for pair in AND_SECRET.finditer(text, start, max(start, end)):
        if shared := SHARED.search(text, max(start, pair.start() - SHARED_REACH), pair.start()):
            found.append((f"{shared['owner']} {pair['secret']}", pair.start("secret")))
    for field in INTO_FIELD.finditer(text, start, max(start, end)):
        found.append((field["label"], field.start("label")))
    return sorted(found, key=itemgetter(1))


def _follows_label(line: Line, opened: int, at: int) -> bool:
    """Tell whether a parenthesis is another name for a label that is set apart: "**App ID** (Client ID)"."""
    before = line.text[max(opened - 3, 0) : opened].rstrip()
    run = line.run_at(max(opened - 3, 0) + len(before) - 1)
    return at == opened + 1 and run is not None and (run.bold or run.style == "code")
