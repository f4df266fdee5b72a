"""Docusaurus: directives between `:::` lines, `<Tabs>` with `<TabItem>`."""

from guidec.guide.dialects.meaning import (
    ACCORDION,
    ADMONITION_TYPES,
    TAB,
    TABS,
    Dialect,
    callout,
    callouts,
    known,
)
from guidec.guide.models.blocks import AdmonitionKind

DOCUSAURUS = Dialect(
    name="docusaurus",
    components={
        "Admonition": callout(AdmonitionKind.NOTE),
        "Tabs": TABS,
        "TabItem": TAB,
        "Details": ACCORDION,
        **known("CodeBlock", "DocCardList", "BrowserWindow", "TOCInline"),
    },
    signs=(
        r"""["']@(?:theme|docusaurus|site)/""",
        r"(?m)^[ \t]*:::(?:note|tip|info|warning|danger|caution|important|secondary|success)\b",
        r"<(?:TabItem\b[^<>]{0,300}\bvalue=|Admonition\b|DocCardList\b)",
        r"(?m)^(?:sidebar_label|sidebar_position|hide_title|pagination_next): ",
    ),
    directives={
        **callouts(**ADMONITION_TYPES),
        "details": ACCORDION,
    },
)
