"""The words for fields: which labels name a credential, which of those are secret, and how labels become keys."""

from __future__ import annotations

import re
import unicodedata

from guidec.guide.optional import MARK

SECRET = re.compile(
    r"\b(?:secrets?|passwords?|passphrase|tokens?|keys?|pem|pin|(?:credentials?|key) file|json)$",
    re.IGNORECASE,
)
PUBLIC = re.compile(
    r"\b(?:(?:key|token|secret) (?:id|name|url|uri|endpoint)|(?:public|publishable)(?: api)? key|"
    r"(?:consumer|client|site|project|app|(?<!api )application) key)$",
    re.IGNORECASE,
)
OWNER = (
    "access|account|admin|agent|api|app|application|auth|authentication|bearer|bot|bundle|client|cluster|company|"
    "connected app|connection|consumer|customer|database|developer|directory|encryption|environment|group|institution|"
    "install|installation|instance|integration|issuer|key|license|master|merchant|org|organi[sz]ation|partner|"
    "personal access|portal|private|project|public|publishable|realm|refresh|rest|secret|security|"
    "service|session|"
    "shared|shop|signing|site|store|subscription|team|tenant|token|user|vendor|web ?hook|workspace"
)
"""Whose an identifier or key is: the words that stand in front of it."""
STRONG = re.compile(
    rf"(?:[\w.&'/()]+ ){{0,3}}?(?:(?:{OWNER}) ){{1,5}}(?:id|identifier|key|keys|secrets?|secret key|token|tokens|"
    r"password|uuid|sid|certificate|key id|locator)"
    r"|user ?name|password|passphrase|secret|secret key|token|private key|api ?key|certificate|key id|"
    r"credentials? file|service account (?:json|email|file)",
    re.IGNORECASE,
)
"""What only credentials are called."""
STRONG_ENDS = frozenset(
    "apikey certificate email file id identifier json key keys locator name passphrase password secret secrets sid "
    "token tokens username uuid".split()
)
"""The words that such names end in: most labels end in none of them, and the pattern need not try them."""
WEAK = re.compile(
    rf"(?:[\w.&'/()]+ ){{0,2}}?(?:(?:{OWNER}|custom|base|server|your) ){{0,5}}(?:sub ?domain|"
    r"domain(?: (?:name|prefix))?|"
    r"host ?name|host|ur[li]|region|data ?center(?: number)?|environment|alias|slug|email(?: address)?|username|port|"
    r"route|endpoint|issuer|(?:account|cluster|company|database|instance|organi[sz]ation|org|shop|site|"
    r"store|tenant|workspace) "
    r"(?:name|code|number)|(?:\w+ ){1,3}(?:id|key|token|secret|uuid))",
    re.IGNORECASE,
)
"""What credentials are called, and much else."""
WEAK_ENDS = STRONG_ENDS | frozenset(
    "address alias center code datacenter domain email endpoint environment host hostname issuer key number port "
    "prefix region route slug subdomain token uri url".split()
)
OWN_PAGE = re.compile(
    r"(?:(?:app(?:lication)?|company|product|your) )?(?:home ?page|logo|marketing|privacy(?: policy)?|support|"
    r"terms(?: of (?:service|use))?|web ?site)(?: page)? (?:ur[li]|address|link)|"
    r"(?:app(?:lication)?|business|company|organi[sz]ation|product|web ?site) or "
    r"(?:app(?:lication)?|business|company|organi[sz]ation|product|web ?site) (?:ur[li]|address)|"
    r"(?:(?:event|interaction)s? (?:endpoint|request)|delivery|payload|post-?back|request) (?:ur[li]|address)",
    re.IGNORECASE,
)
"""What forms of providers call pages of the reader's own, and addresses there that they call: nobody copies these."""
PERSON = re.compile(r"(?:family|first|full|given|last|middle) name\Z", re.IGNORECASE)
"""What people are called."""
BUTTON = re.compile(
    r"(?:\+\s*)?(?:add|ask|check|choose|click|configure|confirm|copy|create|define|display(?! name)|download|edit|"
    r"enable|fill|ensure|enter|"
    r"find|follow|generate|get|go|hide|issue|keep|leave|locate|log in|make|manage|navigate|new|note|obtain|"
    r"open|paste|press|provide|put|regenerate|renew|replace|request|reset|restart|retrieve|reveal|revoke|rotate|save|"
    r"select|set|show|sign in|submit|tap|turn|update|upload|use|verify|view|visit|wait|your|"
    r"(?:add|configur|copy|creat|find|generat|gett|manag|obtain|refresh|regenerat|revok|rotat|stor|us)ing)\b",
    re.IGNORECASE,
)
"""What instructions, and so the labels of buttons and pages, begin with."""
LABEL = re.compile(r"[^\W\d_](?:[\w&'/()-]|\.(?=\w)){1,30}(?: (?:[\w&'/()-]|\.(?=\w)){1,30}){0,6}")
OPTIONAL = re.compile(rf"\s*{MARK.pattern}\s*|^\s*optional(?:ly)?\s*[:,-]?\s+", re.IGNORECASE)
REQUIRED = re.compile(
    r"\s*[(\[]\s*(?:required|mandatory|text|password|string|secret)\s*[)\]]\s*|\s*\*$", re.IGNORECASE
)
CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
REMARK = re.compile(r"\s*\(([^()]*)\)\s*$")
SHORT_REMARK = re.compile(r"\s*\([^()]{1,60}\)\s*$")
VALUE = re.compile(r"\s+value\Z", re.IGNORECASE)
"""Ends what a label says of another: "Subdomain value"."""
PUNCTUATION = str.maketrans("-_()", "    ")


def says_optional(text: str) -> bool:
    """Tell whether a text says anywhere that something is optional."""
    return "optional" in text.lower() and OPTIONAL.search(text) is not None


def clean_label(text: str) -> str:
    """Give a label without marks such as "(Optional)", a colon or a star behind it."""
    if "optional" in text.lower():
        text = OPTIONAL.sub(" ", text)
    if ")" in text or "]" in text or "*" in text:
        text = REQUIRED.sub(" ", text)
    return " ".join(text.split()).strip(" :.,;–—-\"'“”")


def without_value(label: str) -> str:
    """Give what a label says of another as that other: "Subdomain" for "Subdomain value"."""
    return VALUE.sub("", label)


def key_of(label: str) -> str:
    """Give a label in snake_case; letters are without their accents, and those that are not ASCII then are left out."""
    decomposed = unicodedata.normalize("NFKD", label)
    text = "".join(letter for letter in decomposed if letter.isascii() or not unicodedata.combining(letter))
    spaced = CAMEL.sub(" ", text) if " " not in text and not text.isupper() else text
    words = re.findall(r"[a-z0-9]+", spaced.casefold().replace("'", ""))
    return "_".join(words)


def is_secret(label: str) -> bool:
    """Tell whether a credential must be kept secret, by what it is called."""
    spaced = CAMEL.sub(" ", label).replace("_", " ").replace("-", " ")
    remark = REMARK.search(spaced) if ")" in spaced else None
    bare = without_value(spaced[: remark.start()] if remark else spaced)
    public = PUBLIC.search(bare) or (remark and STRONG.fullmatch(remark[1]) and not SECRET.search(remark[1]))
    return SECRET.search(bare) is not None and not public


def names_credential(label: str) -> bool:
    """Tell whether a label is what only credentials are called: "Client ID", "API token"."""
    words = _words(label)
    return _end(words) in STRONG_ENDS and not BUTTON.match(label) and STRONG.fullmatch(words) is not None


def may_name_credential(label: str) -> bool:
    """Tell whether a label may name a credential where the text around it says so: "Company domain"."""
    words = _words(label)
    return (
        _end(words) in WEAK_ENDS
        and not BUTTON.match(label)
        and (STRONG.fullmatch(words) is not None or WEAK.fullmatch(words) is not None)
    )


def is_label(label: str) -> bool:
    """Tell whether a text has the shape of a field's label: a few words that do not say what a button does."""
    return not BUTTON.match(label) and LABEL.fullmatch(label) is not None


def _words(label: str) -> str:
    bare = SHORT_REMARK.sub("", label) if ")" in label else label
    if "alue" in bare:
        bare = without_value(bare)
    spaced = CAMEL.sub(" ", bare) if " " not in bare else bare
    return " ".join(spaced.translate(PUNCTUATION).split())


def _end(words: str) -> str:
    return words.rpartition(" ")[2].lower()
