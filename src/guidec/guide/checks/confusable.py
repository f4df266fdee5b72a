"""Characters that read as others: what Unicode Technical Standard 39 calls confusable, as far as URLs are concerned."""

from __future__ import annotations

import unicodedata

READS_AS = str.maketrans(
    # Cyrillic
    "абгеіјкмоԁѕрсԛтухһԝѵзАВЕЗІЈКМНОРСТУХЅ"
    # Greek
    "αγικνορτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"
    # Armenian, Latin letters of other alphabets, and dashes, dots, slashes
    "օսոɡıɩʟⅼⅰ‐‑‒–—−․。．⁄∕⧸／",
    "a6reijkmodspcqtyxhwv3ABE3IJKMHOPCTYXSayikvoptuxABEZHIKMNOPTYXoungiilli------...////",
)
"""Letters and marks, and the ASCII ones that a reader takes them for."""


def reads_as(text: str) -> str:
    """Give `text` as a reader sees it: look-alikes as ASCII, whatever is invisible left out."""
    plain = unicodedata.normalize("NFKC", text).translate(READS_AS)
    return "".join(
        character for character in plain if unicodedata.category(character) not in ("Cf", "Cc", "Mn")
    )


def name_of(character: str) -> str:
    """Name a character: "U+0430 (CYRILLIC SMALL LETTER A)"."""
    return f"U+{ord(character):04X} ({unicodedata.name(character, 'control character')})"
