"""Astro Starlight: `<Aside>`, directives, and `<Steps>` around an ordered list."""

from guidec.guide.dialects.docusaurus import DOCUSAURUS
from guidec.guide.dialects.meaning import (
    ACCORDION,
    CARD,
    CODE,
    HEADED_STEPS,
    IMAGE,
    LAYOUT,
    STEPS,
    TAB,
    TABS,
    Dialect,
    callout,
    known,
)
from guidec.guide.dialects.style import Module, StepsForm, Style, TabsStyle, by_kind
from guidec.guide.models.blocks import AdmonitionKind

NAMES = (
    "Aside",
    "Badge",
    "Card",
    "CardGrid",
    "Code",
    "FileTree",
    "Icon",
    "LinkButton",
    "LinkCard",
    "Steps",
    "TabItem",
    "Tabs",
)

STARLIGHT = Dialect(
    name="starlight",
    components={
        "Aside": callout(AdmonitionKind.NOTE),
        "Steps": STEPS,
        "Tabs": TABS,
        "TabItem": TAB,
        "Card": CARD,
        "LinkCard": CARD,
        "LinkButton": CARD,
        "CardGrid": LAYOUT,
        "Fragment": LAYOUT,
        "Image": IMAGE,
        "Picture": IMAGE,
        "Spoiler": ACCORDION,
        "Code": CODE,
        **known("Badge", "FileTree", "Icon"),
    },
    style=Style(
        by_kind(":::note", ":::tip", ":::note", ":::tip", ":::caution", ":::danger"),
        titled_admonitions=True,
        steps=StepsForm.LIST,
        tabs=TabsStyle(item="TabItem", title="label"),
        packages=("@astrojs", "astro", "astro:assets"),
        modules=(Module("@astrojs/starlight/components", NAMES),),
    ),
    github_anchors=True,
    signs=(
        r"""["'](?:@astrojs/starlight/|~/components/|astro:)""",
        r"<(?:Aside|LinkCard|CardGrid|LinkButton|FileTree)\b",
        r"(?m)\n[ \t]*:{3,}(?:caution|tip|note)(?:\[|[ \t]*$)",
        r"<Steps>[^\S\n]*\n\s*\d+[.)]\s",
    ),
    never=(HEADED_STEPS,),
    directives=DOCUSAURUS.directives,
)
