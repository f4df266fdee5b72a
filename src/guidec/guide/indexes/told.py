"""From where on a sentence tells the reader to copy, keep or enter something."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guidec.guide.runs import Run

THEIR_NAME = (
    r"\s+(?:both\s+)?(?:the|these|this|your)\s+(?!(?:\w+\s+){0,2}(?:access|bearer|id|refresh|session)\s+token)"
    r"(?:\w+\s+){1,4}?(?:id|key|secret|token)\b(?!\s+(?:auth|based|flow|for|grant|method|option|pair|type))"
)
"""Stands behind a verb that is said of much else, too: a credential that no program gets by itself."""
OBTAIN = re.compile(
    r"\b(?:cop(?:y|ied)|save|store|keep|note(?!:)|write down|record|retrieve|obtain|grab|locate|find|get|take|"
    r"paste|enter|provide|"
    r"fill in|input|supply|receive|generate|reveal|view|see|need|"
    rf"(?:add|use)(?={THEIR_NAME}))\b",
    re.IGNORECASE,
)
BY_HAND = re.compile(
    r"(?:cop(?:y|ied)|save|keep|note|write down|record|grab|locate|paste|enter|fill in|input|reveal)\Z",
    re.IGNORECASE,
)
"""What only people do with a credential; programs get, need and store them, too."""
TO_READER = re.compile(
    r"(?:^|\b(?:you(?:'ll| will| can| must| should| also)*|and|then|please|next)|[,;:(—–-])\s*\Z",
    re.IGNORECASE,
)
"""Stands in front of a verb that is said to the reader."""
NEGATED = re.compile(
    r"(?<!\bif you )\b(?:(?:do|does|must|should|need)(?: not|n['’]t)|never|no need|"
    r"(?:not|(?:are|is)n['’]t) (?:have|needed|necessary|required)|(?:will not|won['’]t)(?=\s+(?:need|have)\b))\b"
    r"(?:(?!\s-\s|\b(?:and|as|because|before|but|fail|forget|hesitate|if|just|only|skip|so|then|unless|until|when|"
    r"while)\b)[^.,;:!?()—–])*\Z",
    re.IGNORECASE,
)
"""Ends in a verb that tells not to: "do not share or copy"; another clause begins what is said again."""
EXCEPT = re.compile(
    r"(?:(?!\b(?:and|as|because|before|if|or|so|then|unless|until|when|while)\b)[^.,;:!?()—–]){0,60}?"
    r"(?:\b(?:but|except(?: for)?|other than|apart from|more than|besides|beyond)|,\s+(?:only|just))\b",
    re.IGNORECASE,
)
"""Stands behind a verb that tells not to, and in front of what it is told of all the same."""
EXCLUDED = re.compile(r"\b(?:not|rather than|instead of)\s+(?:(?:the|your|an?)\s+)?[\"'“]?\Z", re.IGNORECASE)
"""Stands in front of a label that is not meant."""
NEGATION_REACH = 80
"""How many characters in front of a verb may negate it."""


@dataclass(frozen=True, slots=True)
class Told:
    """From where on a sentence tells what to obtain; further on for what is less sure to be meant for the reader."""

    start: int
    words: int | None
    """For labels in running text."""
    identifiers: int | None
    """For names as programs spell them."""

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Told | None:
        """Read the verbs of a sentence; None where it has none."""
        verbs = [
            (verb, since)
            for verb in OBTAIN.finditer(text, start, end)
            if (since := _since(text, start, end, verb)) is not None
        ]
        by_hand = next((since for verb, since in verbs if BY_HAND.match(verb.group())), None)
        said = (
            since
            for verb, since in verbs
            if TO_READER.search(text[max(start, verb.start() - 20) : verb.start()])
        )
        words = min((at for at in (by_hand, next(said, None)) if at is not None), default=None)
        return cls(verbs[0][1], words, by_hand) if verbs else None

    def means_words(self, at: int) -> bool:
        """Tell whether a label in running text is meant for the reader."""
        return self.words is not None and at >= self.words

    def means_identifier(self, run: Run) -> bool:
        """Tell whether a name of programs is meant, too: a variable for the environment sooner than an option."""
        since = self.words if run.text.isupper() else self.identifiers
        return since is not None and run.start >= since

    def before(self) -> Told:
        """Give the same for the sentence before, which this one refers to."""
        return Told(0, None if self.words is None else 0, None if self.identifiers is None else 0)


def is_excluded(text: str, at: int) -> bool:
    """Tell whether a label that starts at `at` is what the reader is not to take: "not the **Client Secret**"."""
    return EXCLUDED.search(text, max(at - 40, 0), at) is not None


def _since(text: str, start: int, end: int, verb: re.Match[str]) -> int | None:
    """Give from where on a verb of a sentence tells what to obtain; None where it tells not to obtain anything."""
    if not NEGATED.search(text[max(start, verb.start() - NEGATION_REACH) : verb.end()]):
        return verb.end()
    exception = EXCEPT.match(text, verb.end(), end)
    return exception.end() if exception else None
