"""Credentials that the reader must fill in, and that no step tells how to get."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.diagnostics.rules import guide as rules
from guidec.guide.passages import WORD
from guidec.mdx import nodes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidec.diagnostics import Diagnostic
    from guidec.guide.checks.checked import Checked
    from guidec.guide.models import Credential
    from guidec.guide.passages import Passage

TELLS = re.compile(
    r"\b(?:cop(?:y|ied)|note|keep|save|store|record|write down|retriev\w*|obtain\w*|grab|locate|find|found|gets?|got|"
    r"take|generat\w*|creat\w*|reveal\w*|views?|show[sn]?|display\w*|receiv\w*|download\w*|issu\w*|provide[sd]?|"
    r"sends?|sent|gives?|gave|given|contains?|appears?|listed|available|see|request|ask|choose|invent|noted|visible|"
    r"from (?:the|your))\b",
    re.IGNORECASE,
)
"""Says where something comes from. "Enter", "paste" and "fill in" only say where it goes."""
NEEDS = re.compile(r"\b(?:need|require)\w*\b", re.IGNORECASE)
"""Talks about a credential, rather than asks for it; as an introduction to a list it asks."""
CODE_NAME = re.compile(r"[a-z]\w*[A-Z]\w*|[a-z]\w*|\S*[._]\S*")
"""What a programmer calls a value, which is no field of a form."""
KNOWN_TO_READER = re.compile(
    r"name|e-?mail|password|domain|url|uri|host|instance|region|site|company|account|organi[sz]ation|workspace|tenant|"
    r"environment|server|port|login|user|version|type|label",
    re.IGNORECASE,
)
"""What readers know without a guide."""
MOST_WORDS = 6
REACH = 500
"""How much of a row's first cell is read for each cell, in characters."""

Name = tuple[str, ...]


def untold_credentials(checked: Checked) -> Iterator[Diagnostic]:
    """Find credentials to fill in that are named only where they are to be filled in."""
    asked = [one for one in checked.guide.credentials if _is_asked(one)]
    names = {name for one in asked for name in _names(one)}
    # Two of three passages name none, and are not read.
    ends = {name[-1] for name in names}
    naming = [passage for passage in checked.passages if not ends.isdisjoint(passage.words)]
    leads = {passage.lead for passage in naming if passage.lead}
    telling = {lead for lead in leads if TELLS.search(lead.text)}
    tells = (passage for passage in naming if passage.lead in telling or _tells(passage))
    told = {name for passage in tells for name in _named(passage, names, ends)}
    for one in asked:
        if not told.intersection(_names(one)):
            message = f"Unexpected credential `{one.label[:60]}` to fill in, expected a step that tells how to get it"
            yield checked.at(rules.CREDENTIAL_WITHOUT_STEP, message, one.position)


def _is_asked(credential: Credential) -> bool:
    known = KNOWN_TO_READER.search(credential.label) or CODE_NAME.fullmatch(credential.label)
    return not credential.optional and not known


def _names(credential: Credential) -> set[Name]:
    """Give what a step may call a credential: "App client secret", "client secret", "secret", "credentials"."""
    words = tuple(WORD.findall(credential.label.lower()))[-MOST_WORDS:]
    return {*(words[start:] for start in range(len(words))), ("credentials",), ("credential",)}


def _tells(passage: Passage) -> bool:
    """Tell whether a passage, or the first cell of its row, says where something comes from."""
    said = (passage.text, (passage.row or "")[:REACH])
    return (
        any(map(TELLS.search, said)) or NEEDS.search(passage.text) is not None or _has_link(passage.content)
    )


def _has_link(content: Sequence[nodes.Node]) -> bool:
    return any(
        isinstance(node, nodes.Link) or (isinstance(node, nodes.Parent) and _has_link(node.children))
        for node in content
    )


def _named(passage: Passage, names: set[Name], ends: set[str]) -> Iterator[Name]:
    """Give those of `names`, of which each ends in one of `ends`, that stand in a passage."""
    words = WORD.findall(passage.text.lower())
    for last, word in enumerate(words, 1):
        if word in ends:
            spoken = (tuple(words[start:last]) for start in range(max(last - MOST_WORDS, 0), last))
            yield from names.intersection(spoken)
