"""Docusaurus: directives between `:::` lines, `<Tabs>` with `<TabItem>`."""

from guidec.guide.dialects.meaning import (
    ACCORDION,
    ADMONITION_TYPES,
    CODE,
    IMAGE,
    TAB,
    TABS,
    Dialect,
    callout,
    callouts,
    known,
)
from guidec.guide.dialects.style import Module, StepsForm, Style, TabsStyle, by_kind
from guidec.guide.models.blocks import AdmonitionKind

DOCUSAURUS = Dialect(
    name="docusaurus",
    components={
        "Admonition": callout(AdmonitionKind.NOTE),
        "Tabs": TABS,
        "TabItem": TAB,
        "Details": ACCORDION,
        "CodeBlock": CODE,
        "ThemedImage": IMAGE,
        **known("head", "DocCardList", "BrowserWindow", "TOCInline"),
    },
    style=Style(
        by_kind(":::note", ":::tip", ":::info", ":::tip", ":::warning", ":::danger"),
        titled_admonitions=True,
        steps=StepsForm.PLAIN_LIST,
        tabs=TabsStyle(item="TabItem", title="label", values=True),
        heading_id="{{#{}}}",
        packages=("@theme", "@docusaurus"),
        modules=(
            Module("@theme/Tabs", ("Tabs",), default=True),
            Module("@theme/TabItem", ("TabItem",), default=True),
            Module("@theme/Admonition", ("Admonition",), default=True),
            Module("@theme/CodeBlock", ("CodeBlock",), default=True),
            Module("@theme/DocCardList", ("DocCardList",), default=True),
        ),
    ),
    root_alias="@site/",
    github_anchors=True,
    own_addresses=True,
    signs=(
        r"""@(?<=["']@)(?:theme|docusaurus|site)/""",
        r"\n[ \t]*:{3,}(?:info|warning|important|secondary|success)\b",
        r"\n[ \t]*:{3,}(?:note|tip|info|warning|danger|caution|important|secondary|success)\b",
        r"<(?:TabItem\b[^<>]{0,300}\bvalue=|Admonition\b|DocCardList\b|TOCInline\b)",
        r"\n(?:displayed_sidebar|hide_table_of_contents|hide_title|pagination_(?:next|prev)|sidebar_\w+): ",
        # As the first of the frontmatter or behind a few plain lines; elsewhere it is anybody's.
        r"\n---\r?\n(?:[\w-]+: [^\r\n]*\r?\n){0,9}?id: ",
    ),
    directives={
        **callouts(**ADMONITION_TYPES),
        "details": ACCORDION,
    },
)
