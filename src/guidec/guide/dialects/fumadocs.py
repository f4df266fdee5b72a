"""fumadocs: `<Callout type>`, `<Step>` with a heading, `<include>`."""

from guidec.guide.dialects.meaning import (
    ACCORDION,
    CARD,
    LAYOUT,
    STEP,
    STEPS,
    TAB,
    TABS,
    TITLE,
    Concept,
    Dialect,
    Meaning,
    callout,
    known,
)

FUMADOCS = Dialect(
    name="fumadocs",
    components={
        "Callout": callout(),
        "CalloutContainer": callout(),
        "CalloutTitle": TITLE,
        "CalloutDescription": LAYOUT,
        "Steps": STEPS,
        "Step": STEP,
        "Tabs": TABS,
        "Tab": TAB,
        "Accordions": LAYOUT,
        "Accordion": ACCORDION,
        "Cards": LAYOUT,
        "Card": CARD,
        "include": Meaning(Concept.INCLUDE, url=""),
        **known(
            "AutoTypeTable", "CodeBlock", "File", "Files", "Folder", "ImageZoom", "Installation", "TypeTable"
        ),
    },
    signs=(
        r"""["']fumadocs-(?:ui|core|mdx|openapi)""",
        r"<(?:Accordions|Files|TypeTable|AutoTypeTable|CalloutContainer)\b|<include\b",
        r"""<Callout\b[^<>]{0,300}\btype=["'](?:warn|error|success|idea)["']""",
        r"<Step>\s*\n\s*#",
        r"<Tab\s[^<>]{0,300}\bvalue=",
    ),
)
