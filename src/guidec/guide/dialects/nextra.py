"""Nextra: `<Callout type>`, `<Steps>` with headings, `<Tabs items>`."""

from guidec.guide.dialects.meaning import (
    CARD,
    HEADED_STEPS,
    LAYOUT,
    STEP,
    STEPS,
    TAB,
    TABS,
    Dialect,
    callout,
    known,
)
from guidec.guide.dialects.style import Module, StepsForm, Style, TabsStyle, by_kind

NEXTRA = Dialect(
    name="nextra",
    components={
        "Callout": callout(),
        "Steps": STEPS,
        "Step": STEP,
        "Tabs": TABS,
        "Tab": TAB,
        "Tabs.Tab": TAB,
        "Cards": LAYOUT,
        "Card": CARD,
        "Cards.Card": CARD,
        "Link": CARD,
        **known("Bleed", "FileTree", "FileTree.File", "FileTree.Folder", "Table"),
    },
    style=Style(
        by_kind(
            "Callout type=default",
            "Callout type=default",
            "Callout type=info",
            "Callout type=default",
            "Callout type=warning",
            "Callout type=error",
        ),
        steps=StepsForm.HEADINGS,
        tabs=TabsStyle(item="Tabs.Tab", title=None, items=True),
        heading_id="[#{}]",
        packages=("nextra", "nextra-theme-docs"),
        modules=(Module("nextra/components", ("Bleed", "Callout", "Cards", "FileTree", "Steps", "Tabs")),),
    ),
    github_anchors=True,
    signs=(
        r"""nextra(?<=["']nextra)(?:/|-theme)""",
        r"<(?:Tabs\.Tab|Cards\.Card|FileTree\.)",
        r"""<Callout\b[^<>]{0,300}\btype=\{?["'](?:warning|important|default)["']""",
        r"<Callout>",
        HEADED_STEPS,
    ),
)
