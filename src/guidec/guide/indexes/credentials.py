"""Credentials: what the reader copies out of the provider, or fills in at the product that is connected.

A list or table of fields to fill in names them best; a sentence such as "Copy the **Client ID**" names the rest. Both
must call a thing what credentials are called, or introduce it as one, so that button names and menu paths stay out.
What neither names, the variables of the environment may.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from guidec.guide import models
from guidec.guide.indexes.aliases import aliases
from guidec.guide.indexes.credential_names import names_of
from guidec.guide.indexes.field_lists import FieldLists
from guidec.guide.indexes.fields import OWN_PAGE, is_secret, key_of, names_credential
from guidec.guide.indexes.instructions import in_sentences
from guidec.guide.indexes.mentions import Mention, Naming
from guidec.guide.indexes.url_words import find_cue
from guidec.guide.indexes.variables import NAME, variables
from guidec.guide.optional import begins_optional

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidec.guide.passages import Passage
    from guidec.guide.reading import Reading

INSTRUCTION = re.compile(r"[\W\d]*(?:(?:now|then|next)\W+)?(?:copy|enter|paste)\b", re.IGNORECASE)
"""Begins what a callout tells the reader to do; the rest of it warns and explains."""
SECRET_HINT = re.compile(
    r"(?:the |your |an? )?(?:client secret|password|private key|secret key)\b", re.IGNORECASE
)
"""Begins a hint that says that the field takes a secret."""
ADDRESS = re.compile(r"_ur[il]\Z")
"""Ends the name of what a variable is called without: `ACME_ISSUER` for "Issuer URL"."""
VALUE = "value"
"""What a page calls the value of a credential that it shows."""
COMMON = re.compile(r"(?:api|access|auth|bearer|developer|private|secret)_(?:key|token|secret)")
"""What people call any secret."""


def credentials(reading: Reading, redirect_urls: list[models.RedirectUrl]) -> list[models.Credential]:
    """Give the credentials of a guide, each once, in the order in which they are first named.

    What programs read, they need of a guide only that registers something.
    """
    mentions = [mention for mention in _mentions(reading) if mention.key and not _is_page(mention.label)]
    if not redirect_urls:
        mentions = [mention for mention in mentions if mention.naming is not Naming.OPTION]
    mentions = _without_hearsay(_without_known_variables(mentions))
    pairs = [*aliases(reading.passages, mentions)]
    names = names_of(mentions, [(key_of(label), key_of(other)) for label, other in pairs])
    public = {names.get(key_of(one)) for pair in pairs if not all(map(is_secret, pair)) for one in pair}
    found: dict[str, Mention] = {}
    for mention in mentions:
        key = names[mention.key]
        known = found.get(key)
        found[key] = mention if known is None else _firmer(key, known, mention)
    return [_credential(reading, key, mention, public=key in public) for key, mention in found.items()]


def _is_page(label: str) -> bool:
    """Tell whether a label is that of an address of the reader's own, a redirect URL among them."""
    return find_cue(label) is not None or OWN_PAGE.fullmatch(label) is not None


def _mentions(reading: Reading) -> Iterator[Mention]:
    fields = FieldLists(reading.passages)
    before: Passage | None = None
    for passage in reading.passages:
        if not passage.admonition or INSTRUCTION.match(passage.text):
            yield from fields.read(passage) or in_sentences(passage)
            yield from variables(passage, before)
        before = passage


def _without_known_variables(mentions: list[Mention]) -> list[Mention]:
    """Leave out the variables for what the text names itself, `ACME_KEY` beside "the API key", or a list of them."""
    said = [mention for mention in mentions if mention.naming > Naming.VARIABLE]
    listed = [mention for mention in mentions if mention.naming is Naming.VARIABLE]
    read = [] if listed else [mention for mention in mentions if mention.naming is Naming.OPTION]
    words = [mention.label for mention in said if not NAME.fullmatch(mention.label)]
    keys = {key_of(label) for label in words}
    kinds, secret = (
        {_last(key) for one in keys for key in (one, ADDRESS.sub("", one))},
        any(map(is_secret, words)),
    )
    known = {
        mention.key
        for mention in (*listed, *read)
        if _last(mention.key) in kinds or (secret and is_secret(mention.label))
    }
    kept = {mention.naming for mention in (*said, *listed, *read)}
    return [
        mention
        for mention in mentions
        if mention.naming in kept and (mention.naming > Naming.VARIABLE or mention.key not in known)
    ]


def _without_hearsay(mentions: list[Mention]) -> list[Mention]:
    """Leave out what is called otherwise in passing: "App secret" on a page, "the API key" for a field "API token"."""
    firm = [mention for mention in mentions if mention.naming > Naming.ASIDE]
    keys = {mention.key for mention in firm}
    apart = {mention.key for mention in mentions if mention.naming >= Naming.SET_APART}
    kinds = {_last(mention.key) for mention in firm}
    at_step = {(mention.passage.step, _last(mention.key)) for mention in firm}
    listed = any(mention.naming is Naming.FIELD and is_secret(mention.label) for mention in mentions)

    known_secret = any(is_secret(mention.label) for mention in mentions)

    def is_hearsay(mention: Mention) -> bool:
        if mention.key == VALUE:
            return known_secret
        if mention.key in apart or mention.naming <= Naming.VARIABLE:
            return False
        if listed and COMMON.fullmatch(mention.key):
            return True
        if listed and mention.passage.kind == "title" and not names_credential(mention.label):
            return True
        if mention.key in keys:
            return False
        if mention.naming is Naming.SHOWN:
            return _last(mention.key) in kinds
        return (mention.passage.step, _last(mention.key)) in at_step

    return [mention for mention in mentions if not is_hearsay(mention)]


def _last(key: str) -> str:
    return key.rpartition("_")[2]


def _firmer(key: str, known: Mention, other: Mention) -> Mention:
    best, rest = (other, known) if other.rank_for(key) > known.rank_for(key) else (known, other)
    return replace(best, hint=best.hint or (rest.hint if rest.naming is Naming.FIELD else None))


def _credential(reading: Reading, key: str, mention: Mention, *, public: bool) -> models.Credential:
    passage = mention.passage
    around = {passage.step, passage.section} & reading.optional
    return models.Credential(
        label=mention.label,
        key=key,
        secret=_is_secret(mention, key, public=public),
        optional=mention.optional or bool(around) or begins_optional(passage.text),
        hint=mention.hint,
        section=passage.section,
        step=passage.step,
        position=reading.place(mention.position),
    )


def _is_secret(mention: Mention, key: str, *, public: bool) -> bool:
    """Tell whether a credential is secret: by its name, unless another name of it is public, or by what it takes."""
    by_name = is_secret(mention.label) and (not public or COMMON.fullmatch(key) is not None)
    return by_name or SECRET_HINT.match(mention.hint or "") is not None
