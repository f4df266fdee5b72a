"""The words for fields: which labels name a credential, which of those are secret, and how labels become keys."""

from __future__ import annotations

import re

SECRET = re.compile(
    r"\b(?:secrets?|passwords?|passphrase|tokens?|private key|(?:api|access|auth|authentication|signing|security|service|"
    r"account|consumer|encryption|license|shared|master|admin|rest api|session|developer|integration|subscription) key|"
    r"keys?|credentials?|certificate|pem|pin)$",
    re.IGNORECASE,
)
PUBLIC = re.compile(r"\b(?:key id|token id|secret id|public key|token (?:url|uri|endpoint)|consumer key|key name|client key)$", re.IGNORECASE)
NOUN = (
    r"(?:client|customer|consumer|application|app|account|tenant|directory|organi[sz]ation|org|company|workspace|team|user|project|"
    r"store|site|merchant|partner|developer|portal|subscription|environment|api|api key|key|access key|service account|"
    r"integration|realm|group|institution|installation|cluster|database|instance)"
)
CREDENTIAL = re.compile(
    rf"(?:[\w.&'/()-]+\s+){{0,3}}?(?:{NOUN}\s+(?:id|identifier|key|secret|token|code|name|number|uuid|sid|alias|slug|username|password|email|url)"
    r"|(?:client|consumer|shared|signing|webhook|app|api|application|webhook signing)\s+secret(?:\s+key)?"
    r"|(?:api|access|auth|bearer|refresh|personal access|security|integration|bot|service|session|user|app|developer|admin|rest|rest api|"
    r"private|public|secret|signing|encryption|license|consumer|publishable|master|partner|account|authentication|connection|database)"
    r"(?:\s+(?:api|access|auth|app))*\s+(?:key|token|tokens|keys|password|secret|certificate)(?:\s+id)?"
    r"|user\s?name|password|passphrase|sub-?domain|tenant(?:\s+(?:url|domain|name))?|(?:company|account|custom|site|store|shop|instance|base|server|api|org(?:ani[sz]ation)?)?\s?(?:domain|host ?name|host|url|region|endpoint)(?:\s+(?:url|name|prefix))?"
    r"|secret|token|private key|certificate|key id|team id|bundle id|security token|credentials? file|service account (?:key|email|json)"
    r"|portal route|data ?center|environment|account locator|email(?: address)?)(?:\s*\((?:[^()]{1,40})\))?",
    re.IGNORECASE,
)
OPTIONAL = re.compile(r"\s*[(\[]\s*optional\s*[)\]]\s*|^\s*optional(?:ly)?\s*[:,-]?\s+", re.IGNORECASE)
REQUIRED = re.compile(r"\s*[(\[]\s*(?:required|mandatory|text|password|string|secret)\s*[)\]]\s*|\s*\*$", re.IGNORECASE)


def clean_label(text: str) -> str:
    """Give a label without marks such as "(Optional)", a colon or a star behind it."""
    text = REQUIRED.sub(" ", OPTIONAL.sub(" ", text))
    return " ".join(text.split()).strip(" :.,;–—-\"'“”")


def key_of(label: str) -> str:
    """Give a label in snake_case."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", label) if " " not in label and not label.isupper() else label
    words = re.findall(r"[a-z0-9]+", spaced.lower().replace("'", ""))
    return "_".join(words)


def is_secret(label: str) -> bool:
    """Tell whether a credential must be kept secret, by what it is called."""
    bare = re.sub(r"\s*\([^()]*\)\s*$", "", label).replace("_", " ").replace("-", " ")
    return SECRET.search(bare) is not None and PUBLIC.search(bare) is None


def names_credential(label: str) -> bool:
    """Tell whether a label is what credentials are called."""
    return CREDENTIAL.fullmatch(label.replace("-", " ").replace("_", " ").strip()) is not None
