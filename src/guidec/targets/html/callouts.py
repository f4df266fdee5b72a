"""Callouts: which of them a reader must see before acting, and what each is called."""

from __future__ import annotations

from guidec.guide.models import AdmonitionBlock, AdmonitionKind

URGENT = {AdmonitionKind.WARNING, AdmonitionKind.DANGER}
URGENT_WORDS = ("Caution", "Important", "Danger", "Warning")


def is_urgent(block: AdmonitionBlock) -> bool:
    """Whether a reader must see a callout before acting."""
    return block.kind in URGENT or admonition_word(block) in URGENT_WORDS


def admonition_word(block: AdmonitionBlock) -> str:
    """Give the word that names a callout: the author's own if it is one of the urgent ones."""
    spelled = block.component.lower()
    for word in URGENT_WORDS[:2]:
        if word.lower() in spelled:
            return word
    return block.kind.value.capitalize()
