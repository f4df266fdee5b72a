"""The provider's name in a title of any form: "Add Acme as a social connection", "Acme sign in".

Titles differ from site to site, but the name is what each has for itself. So it is looked for in the file's name, and
beside the words that such titles share; the text then has to use it as a name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from guidec.guide.slugs import slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidec.guide.passages import Passage

SEPARATOR = re.compile(r"\s+[–—-]\s+|\s*[(:|]\s*")
ROLE = re.compile(
    r"(?:\s+(?:bot|connector|integration|oauth(?: ?2(?:\.0)?)?|oidc|openid(?: connect)?|provider|saml|scim|sso))+\Z",
    re.IGNORECASE,
)
"""What a title calls the provider as seen from the product: "Acme Provider", "Acme SSO"."""
EXCHANGE = re.compile(r"\b(?:saml|scim|sso|single sign-?on|provisioning|webhooks?)\b", re.IGNORECASE)
"""In the title of a guide that may have nothing to copy: two pages exchange their addresses."""
FORMER = re.compile(r"\s*\((?:former(?:ly)?|previously|was)\b[^()]*\)", re.IGNORECASE)
"""What a provider was called before."""
WORD = re.compile(r"[^\s:|()\[\]–—,;!?\"“”]+|[:|()\[\]–—,;!?]")
VERBS = frozenset(
    "add adding authenticate authenticating configure configuring connect connecting enable enabling install "
    "installing integrate integrating link linking register registering setup up use using with".split()
)
"""Stand directly in front of the name: "Set up Acme", "Sign in with Acme"."""
ROLES = frozenset(
    "adapter api app application apps as auth authentication authorization channel client connection "
    "connector credentials enterprise integration login mcp oauth oauth2 oidc openid plugin provider saml "
    "scim setup sign sign-in sign-on signin social sso token".split()
)
"""Stand directly behind the name: "Acme OAuth setup"."""
SHARED = (
    VERBS
    | ROLES
    | frozenset(
        "a account accounts an and as by callback configuration create creating custom deployment developer "
        "do external faq for from generate get getting guide how i id identity in installation into "
        "introduction it jwt key keys ldap log manage manual my new obtain of on option or our overview own "
        "page passkey password prerequisites project providers quickstart requirements rest sdk secret "
        "secrets server service set setting sign-up single start started step that the this to tokens "
        "troubleshooting tutorial user users via webhook webhooks what white-label white-labeling your".split()
    )
)
"""The words that titles of setup guides are made of, beside names."""
VERSION = re.compile(r"(?:oauth|openid|saml|scim)[\d.]+", re.IGNORECASE)
"""A protocol with its version is none either."""
MOST_WORDS = 5
"""Of a name."""
SPELLED = r"(?<![\w./@:#-])(?:{})(?![\w/@-]|\.\w)"
PLACE = r"\b(?:at|from|in|into|on|to|with|your) {}(?![\w-])"
REACH = 10
"""How far in front of a word is looked, in characters."""
MID_SENTENCE = re.compile(r"[a-z,)]['’]?s?\s+\Z")
"""Stands in front of a word that has its capital for another reason than to begin a sentence."""


@dataclass(frozen=True, slots=True)
class Text:
    """What the text of a guide says about a word."""

    description: str
    passages: Iterable[Passage]
    connects: bool
    """Whether the guide tells to register or to copy anything."""

    def names(self, name: str) -> bool:
        """Tell whether `name` can be one: the text uses it so, or does not use it and tells to connect something."""
        proper, common = self._uses(name)
        return proper > common if proper or common else self.connects

    def uses(self, name: str) -> bool:
        """Tell whether `name` is one in the text: it has its capital in sentences, and seldom goes without."""
        proper, common = self._uses(name)
        return proper > common

    def is_word(self, name: str) -> bool:
        """Tell whether the text has `name` rather as a word of the language: "a generic provider"."""
        proper, common = self._uses(name)
        return common > proper

    def _uses(self, name: str) -> tuple[int, int]:
        spelled = re.compile(SPELLED.format(re.escape(name)), re.IGNORECASE)
        proper = common = 0
        for said in self._said():
            for match in spelled.finditer(said):
                is_lower = match.group().islower() and not name.islower()
                common += is_lower
                near = max(match.start() - REACH, 0)
                proper += not is_lower and MID_SENTENCE.search(said, near, match.start()) is not None
        return proper, common

    def leads_to(self, name: str) -> bool:
        """Tell whether sentences send the reader to `name`: "sign in to Acme", "in your Acme account"."""
        place = re.compile(PLACE.format(re.escape(name)))
        return self.names(name) and any(map(place.search, self._said()))

    def _said(self) -> Iterator[str]:
        yield self.description
        for passage in self.passages:
            if passage.kind in ("paragraph", "item", "step", "cell"):
                runs = passage.line.runs
                yield "".join("`" if run.style == "code" else run.text for run in runs) or passage.text


def provider_in(title: str, stem: str, text: Text) -> str | None:
    """Give the provider that a title names: as the file is called, or between the words that titles share."""
    title = FORMER.sub("", title)
    first = SEPARATOR.split(title)[0]
    without_role = ROLE.sub("", first)
    if without_role != first and _begins(stem, without_role):
        return without_role if text.connects or text.names(without_role) else None
    if _begins(stem, first) and text.names(first):
        return first
    words = WORD.findall(title)
    whole, part = _in_file_name(words, stem)
    if not text.connects and not (
        EXCHANGE.search(title) and any(name and text.leads_to(name) for name in (whole, part))
    ):
        return None
    if whole and part and text.names(part):
        return whole if text.uses(whole) or (text.names(whole) and not text.uses(part)) else part
    beside = _beside_shared_words(words)
    if beside and text.uses(beside):
        return beside
    return title if _is_name(words) and text.leads_to(title) else None


def begins_as_many(name: str) -> bool:
    """Tell whether a text begins with a word that many titles have, so that a name starts later if at all."""
    return name.partition(" ")[0].lower() in SHARED


def has_no_name(text: str) -> bool:
    """Tell whether a text is made of nothing but the words that titles share: "social login"."""
    return all(word.lower() in SHARED for word in WORD.findall(text))


def _begins(stem: str, name: str) -> bool:
    return name != "" and not begins_as_many(name) and _compact(stem).startswith(_compact(name))


def _compact(name: str) -> str:
    return slug(name).replace("-", "")


def _runs(words: list[str]) -> Iterator[list[int]]:
    """Give the words of a title that can be names, as runs of places in it."""
    places = groupby(range(len(words)), key=lambda place: _is_in_name(words, place))
    return (list(run)[:MOST_WORDS] for is_name, run in places if is_name)


def _is_in_name(words: list[str], place: int) -> bool:
    return _may_be_name(words[place]) or (
        words[place] == "ID" and place > 0 and _may_be_name(words[place - 1])
    )


def _may_be_name(word: str) -> bool:
    if word.lower() in SHARED or VERSION.fullmatch(word) or not any(map(str.isalpha, word)):
        return False
    return any(letter.isupper() or letter.isdigit() for letter in word)


def _in_file_name(words: list[str], stem: str) -> tuple[str | None, str | None]:
    """Give the first words that the file is called by, in their run and alone: "Microsoft Entra ID" in `entra-id`."""
    parts = slug(stem).split("-")
    known = {"".join(parts[at : at + size]) for at in range(len(parts)) for size in range(1, MOST_WORDS + 1)}
    for run in _runs(words):
        names = [" ".join(words[place] for place in run[start:end]) for start, end in _inside(len(run))]
        if (name := next((name for name in names if _compact(name) in known), None)) is not None:
            return names[0], name
    return None, None


def _is_name(words: list[str]) -> bool:
    """Tell whether a name is all that a title says."""
    return [*_runs(words)] == [[*range(len(words))]]


def _inside(length: int) -> Iterator[tuple[int, int]]:
    """Give where the parts of a run start and end, the whole first, then those from each place on, longest first."""
    return ((start, end) for start in range(length) for end in range(length, start, -1))


def _beside_shared_words(words: list[str]) -> str | None:
    """Give the first run of words between those that titles share."""
    for run in _runs(words):
        before = words[run[0] - 1].lower() if run[0] else ""
        behind = words[run[-1] + 1].lower() if run[-1] + 1 < len(words) else ""
        if before in VERBS or behind in ROLES:
            return " ".join(words[place] for place in run)
    return None
