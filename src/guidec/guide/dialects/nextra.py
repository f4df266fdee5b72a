"""Nextra: `<Callout type>`, `<Steps>` with headings, `<Tabs items>`."""

from guidec.guide.dialects.meaning import CARD, LAYOUT, STEP, STEPS, TAB, TABS, Dialect, callout, known

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
        **known("Bleed", "FileTree", "FileTree.File", "FileTree.Folder", "Table"),
    },
    signs=(
        r"""["']nextra(?:/|-theme)""",
        r"<(?:Tabs\.Tab|Cards\.Card|FileTree\.)",
        r"""<Callout\b[^<>]{0,300}\btype=["'](?:warning|important|default)["']""",
        r"<Callout>",
    ),
)
