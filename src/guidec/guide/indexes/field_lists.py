"""Lists and tables of fields: "you need: **Client ID**, **Client Secret** (optional)"."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from guidec.guide.dialects import Concept
from guidec.guide.indexes.fields import (
    BUTTON,
    PERSON,
    clean_label,
    is_label,
    is_secret,
    may_name_credential,
    names_credential,
    says_optional,
)
from guidec.guide.indexes.item_labels import BLANK, LONGEST_LABEL, Label, hint_of, labels_of
from guidec.guide.indexes.mentions import Mention, Naming, is_identifier, mention
from guidec.guide.indexes.rows import given, names_field, value_of
from guidec.guide.indexes.url_words import find_cue

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidec.guide.passages import Passage
    from guidec.guide.runs import Line

NEEDED = re.compile(
    r"\b(?:you(?:'ll| will)? (?:also )?(?:need|receive|get|see|find)|(?:is|are) (?:needed|required)|"
    r"requires?|mandatory|gather|collect|obtain|retrieved?|"
    r"cop(?:y|ied)|save|store|note|record|share|send|"
    r"configuration (?:keys|values)|credentials?|gave you|provided by|"
    r"from (?:your|the) (?:provider|previous)|to (?:connect|get|obtain))\b",
    re.IGNORECASE,
)
"""Introduces a list of what a connection needs, or of what the provider gave."""
OWN_FORM = re.compile(
    r"\b(?:fill|paste|enter|complete|provide|input)\b.*\b(?:retrieved|gave you|from your provider|copied|obtained|"
    r"credentials?|noted|saved|generated|connection (?:information|details|settings|form))",
    re.IGNORECASE,
)
"""Introduces the form of the product that is connected."""
FORM = re.compile(
    r"\b(?:fill|paste|enter|complete|provide|input|add|form|fields?|details|information|values?)\b",
    re.IGNORECASE,
)
CREDENTIALS = re.compile(r"\bcredentials?\b", re.IGNORECASE)
GRANTS = re.compile(r"\b(?:permissions?|scopes?|modules|privileges|access rights)\b", re.IGNORECASE)
"""Introduces a list of what to grant."""
OFFERS = re.compile(r"\b(?:offers|one of the following|supports|works with)\b[^.!?]*\Z", re.IGNORECASE)
"""Introduces a list of what there is to choose from."""
TO_TYPE = re.compile(
    r"(?:enter|type(?: in)?|choose|pick|input|put|set(?: to)?|select|use|write)?", re.IGNORECASE
)
"""Stands between the label of a setting and the value to type, if anything does."""
CHOSEN = re.compile(
    r"\W*(?:check|choose|create an?|disable|enable|(?:keep|leave)(?: it)? as|pick|select|tick|toggle|turn|upload)\b",
    re.IGNORECASE,
)
"""Stands behind the label of what the reader chooses, makes up or hands in, in a form of the provider's."""
PREREQUISITE = re.compile(
    r"\b(?:accounts?|access|permissions?|plan|role|subscription|project|apps?|application)\Z", re.IGNORECASE
)
"""Ends what the reader needs, too, but does not fill in."""
CLIENT = re.compile(
    r"(?:(?:oauth|app|application|client|consumer|integration) ){1,2}(?:id|key|secret)", re.IGNORECASE
)
NO_FIELD = re.compile(
    rf"(?:for|if|on|when)\s|{PERSON.pattern}|(?:display )?name\Z|(?:description|type)\Z", re.IGNORECASE
)
"""Begins what an item says for a case, "For the hosted version:", or is what a person or a thing is called."""
LONGEST_LEAD = 400
"""How much of a text is looked at, from its end, for what it introduces."""


@dataclass(frozen=True, slots=True)
class _Item:
    """An item of a list."""

    lead: Passage
    labels: list[Label]
    rest: str
    """What stands behind the labels."""
    value: Passage | None
    """For the first cell of a row the cell that says what to type."""

    @property
    def behind(self) -> str:
        """What says more of the labels, in the same place or in the next cell."""
        return self.value.text if self.value else self.rest


class FieldLists:
    """Reads the labels of fields in the passages of a guide; each item and each text above a list is read once."""

    def __init__(self, passages: list[Passage]) -> None:
        self._items = {
            passage: _Item(
                passage.lead,
                *labels_of(passage.line, cell=passage.kind == "cell"),
                value_of(passage, after) if passage.kind == "cell" else None,
            )
            for passage, after in zip(passages, [*passages[1:], None], strict=True)
            if passage.lead and _is_listed(passage)
        }
        introduced = _leads_to_credentials(self._items.values())
        clients = _leads_to_clients(self._items.values())
        self._asked: dict[Passage, _Asked] = {}
        for item in self._items.values():
            if item.lead not in self._asked:
                self._asked[item.lead] = _Asked(item.lead, introduced, is_client=item.lead in clients)

    def read(self, passage: Passage) -> list[Mention]:
        """Give the credentials that a passage names as labels of fields."""
        item = self._items.get(passage)
        listed = _listed(passage, item, self._asked[item.lead]) if item else []
        if listed:
            return listed
        match passage.kind:
            case "cell" if names_field(passage):
                return _field(passage, clean_label(passage.text))
            case "component" if passage.element is not None and passage.element.is_a(Concept.FIELD):
                return _field(passage, clean_label(passage.text).replace("_", " "))
        return []


def _leads_to_credentials(items: Iterable[_Item]) -> dict[Passage, bool]:
    """Give the texts that introduce a list in which some item names a credential, and whether most of its items do."""
    named: dict[Passage, int] = Counter()
    count: dict[Passage, int] = Counter()
    for item in items:
        labels = (clean_label(label.text[:LONGEST_LABEL]) for label in item.labels)
        count[item.lead] += 1
        named[item.lead] += any(map(names_credential, labels)) and not CHOSEN.match(item.rest)
    return {lead: 2 * number >= count[lead] for lead, number in named.items() if number}


def _leads_to_clients(items: Iterable[_Item]) -> set[Passage]:
    """Give the texts that introduce the ID and the secret of a client, in a list of bare labels: these are copied.

    What a list of other labels is for its lead must tell: ways to authenticate are called "API key", too.
    """
    found: dict[Passage, set[bool]] = {}
    told: set[Passage] = set()
    for item in items:
        bare = [clean_label(label.text[:LONGEST_LABEL]) for label in item.labels if label.alone]
        if not bare or any(is_identifier(text) for text in bare):
            told.add(item.lead)
        named = filter(CLIENT.fullmatch, bare)
        found.setdefault(item.lead, set()).update(map(is_secret, named))
    return {lead for lead, secrets in found.items() if len(secrets) == 2} - told


def _is_listed(passage: Passage) -> bool:
    """Tell whether a passage is one of a list: an item, or the first cell of a row."""
    first_cell = passage.kind == "cell" and passage.column is not None and passage.row == passage.text
    return first_cell or passage.kind in ("item", "step")


def _field(passage: Passage, name: str) -> list[Mention]:
    """Read a field on its own; what is listed in the plural is not one to fill in."""
    one = names_credential(name) and not name.endswith("s")
    return [mention(passage, passage.text, Naming.FIELD)] if one else []


def _listed(passage: Passage, item: _Item, asked: _Asked) -> list[Mention]:
    """Read an item of a list of fields: labels, and perhaps a hint behind them."""
    if asked.grants or (passage.kind == "cell" and not asked.form):
        return []
    labels = [label for label in item.labels if asked.means(label) and not _is_given(label, item)]
    line = passage.line
    if not labels or _gives_value(line, len(line.text) - len(item.rest)):
        return []
    if not asked.needed and CHOSEN.match(item.rest):
        return []
    hint, optional = hint_of(item.behind), says_optional(line.text) or says_optional(item.behind)
    return [
        mention(passage, label.text, Naming.FIELD, label.position, hint, optional=optional)
        for label in labels
    ]


def _is_given(label: Label, item: _Item) -> bool:
    """Tell whether the next cell says what to type or choose for a label that is not certain to be a credential's."""
    if item.value is None or names_credential(clean_label(label.text)):
        return False
    return given(item.value.line) is not None or CHOSEN.match(item.value.text) is not None


def _gives_value(line: Line, start: int) -> bool:
    """Tell whether what stands behind a label is what to type: then it is a setting; `YOUR_KEY` is to be replaced."""
    code = next((run for run in line.between(start, len(line.text)) if run.style == "code"), None)
    if code is None or BLANK.fullmatch(code.text):
        return False
    return TO_TYPE.fullmatch(line.text[start : code.start].strip(" \"'“”*:–—-")) is not None


class _Asked:
    """What the words above a list ask for."""

    def __init__(self, lead: Passage, introduced: dict[Passage, bool], *, is_client: bool) -> None:
        told = lead.text[-LONGEST_LEAD:]
        self.grants = GRANTS.search(told) is not None or OFFERS.search(told) is not None
        self.known, self.mostly = lead in introduced, introduced.get(lead, False)
        self.form = FORM.search(told) is not None
        self.own_form = OWN_FORM.search(told) is not None or (self.mostly and self.form)
        self.needed = self.own_form or is_client or NEEDED.search(told) is not None
        named = self.known or lead.kind == "title"
        self.credentials = named and CREDENTIALS.search(told) is not None

    def means(self, label: Label) -> bool:
        """Tell whether such a label in the list below is a credential."""
        text = clean_label(label.text[: LONGEST_LABEL + 1])
        if not text or len(text) > LONGEST_LABEL or find_cue(text) or NO_FIELD.match(text):
            return False
        if names_credential(text):
            return self.needed or self.form
        if text.lower() in ("id", "key"):
            return self.needed and label.apart
        if may_name_credential(text) and (self.mostly or text.isupper() or not is_identifier(text)):
            return self.needed or (self.known and self.form)
        if self.own_form and label.position is not None and label.alone:
            return not BUTTON.match(text)
        if not is_label(text) or is_identifier(text) or PREREQUISITE.search(text):
            return False
        if not label.apart:
            named = self.mostly or (self.credentials and _is_titled(text))
            return label.alone and self.own_form and named
        if label.position is not None:
            return self.own_form or (self.needed and self.known)
        return self.credentials or (self.own_form and self.mostly)


def _is_titled(text: str) -> bool:
    """Tell whether a text is written as a name is, not as what to do: "Company Short Name"."""
    return not any(word[0].islower() for word in text.split())
