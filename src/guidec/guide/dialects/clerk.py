"""Clerk-like pages: `<Steps>` with headings, alerts, partials."""

from guidec.guide.dialects.meaning import (
    ACCORDION,
    CARD,
    LAYOUT,
    STEPS,
    TAB,
    TABS,
    Concept,
    Dialect,
    Meaning,
    known,
)
from guidec.guide.dialects.style import ALERTS, StepsForm, Style, TabsStyle

CLERK = Dialect(
    name="clerk",
    components={
        "Steps": STEPS,
        "Tabs": TABS,
        "Tab": TAB,
        "If": LAYOUT,
        "Cards": LAYOUT,
        "Card": CARD,
        "Accordion": LAYOUT,
        "AccordionPanel": ACCORDION,
        "Include": Meaning(Concept.INCLUDE, url="src"),
        **known("CodeBlockTabs", "Properties", "TutorialHero", "Typedoc", "SignedIn", "SignedOut"),
    },
    style=Style(
        ALERTS,
        steps=StepsForm.HEADINGS,
        tabs=TabsStyle(title=None, items=True),
        heading_id="{{{{ id: '{}' }}}}",
    ),
    signs=(
        r"<(?:TutorialHero|CodeBlockTabs|AccordionPanel|If\s[^<>]{0,300}\bsdk=)|<Include\s[^<>]{0,300}\bsrc=",
        r"<Steps>\s*\n\s*#{2,6}\s",
    ),
)
