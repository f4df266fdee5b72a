"""Clerk-like pages: `<Steps>` with headings, alerts, partials."""

from guidec.guide.dialects.meaning import (
    ACCORDION,
    CARD,
    HEADED_STEPS,
    LAYOUT,
    STEPS,
    TAB,
    TABS,
    Concept,
    Dialect,
    Meaning,
    known,
)
from guidec.guide.dialects.plain import GITHUB
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
        "CodeBlockTabs": TABS,
        **known("Properties", "TutorialHero", "Typedoc", "SignedIn", "SignedOut"),
    },
    style=Style(
        ALERTS,
        steps=StepsForm.HEADINGS,
        tabs=TabsStyle(title=None, items=True, code="CodeBlockTabs", code_titles="options"),
        heading_id="{{{{ id: '{}' }}}}",
    ),
    signs=(
        r"<(?:TutorialHero|CodeBlockTabs\s[^<>]{0,300}\boptions=|Properties|Typedoc|If\s[^<>]{0,300}\bsdk=)|<Include\s[^<>]{0,300}\bsrc=",
        HEADED_STEPS,
        *GITHUB.signs,
        r"\n#{1,6} [^\n]{0,300}\{\{ *(?:id|toc):|\n[ \t]*`{3,}\w+ \{\{|\]\(![\w-]+\)",
        r"(?m)\n[ \t]*>[ \t]*\[!(?:QUIZ|[A-Z]+ [\w-]+)\][ \t]*$",
    ),
)
