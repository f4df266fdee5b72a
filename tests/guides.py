"""Guides made by hand, for tests of whatever reads a guide: no parser stands between test and model."""

from __future__ import annotations

import re
from typing import Any

from guidec.guide.models import (
    AccordionBlock,
    Action,
    AdmonitionBlock,
    AdmonitionKind,
    AdmonitionRef,
    Auth,
    AuthMethod,
    Block,
    CodeBlock,
    ComponentBlock,
    Credential,
    DividerBlock,
    ExpressionBlock,
    FootnoteBlock,
    Guide,
    GuideKind,
    GuideSource,
    HeadingBlock,
    Image,
    ImageBlock,
    Link,
    ListBlock,
    ListItem,
    ParagraphBlock,
    Place,
    Provider,
    QuoteBlock,
    RedirectUrl,
    Section,
    Setting,
    Step,
    StepsBlock,
    TabItem,
    TableBlock,
    TableCell,
    TabsBlock,
)

REDIRECT_URL = "https://api.example.com/connect/oauth2/acme/callback"
HERE = Place.model_validate(
    {"start": {"line": 1, "column": 1, "offset": 0}, "end": {"line": 1, "column": 2, "offset": 1}}
)
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")


def plain(markdown: str) -> str:
    """Give the text of the little Markdown that these guides use."""
    return re.sub(r"\*\*|`|\\", "", _LINK.sub(r"\1", markdown))


def slug(text: str) -> str:
    """Give `text` as an id."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "part"


def p(markdown: str, text: str | None = None) -> ParagraphBlock:
    """Make a paragraph."""
    return ParagraphBlock(text=plain(markdown) if text is None else text, markdown=markdown)


def heading(text: str, depth: int = 4) -> HeadingBlock:
    """Make a heading inside a step."""
    return HeadingBlock(depth=depth, text=plain(text), markdown=text)


def item(markdown: str, *content: Block, optional: bool = False) -> ListItem:
    """Make a list item."""
    return ListItem(text=plain(markdown), markdown=markdown, content=list(content), optional=optional)


def ul(*items: str | ListItem) -> ListBlock:
    """Make a bullet list."""
    return ListBlock(ordered=False, items=[item(i) if isinstance(i, str) else i for i in items])


def ol(*items: str | ListItem, start: int = 1) -> ListBlock:
    """Make an ordered list."""
    return ListBlock(ordered=True, start=start, items=ul(*items).items)


def admonition(
    kind: str, *content: Block, title: str | None = None, component: str | None = None
) -> AdmonitionBlock:
    """Make a callout."""
    text = text_of(list(content))
    name = component or kind.title()
    return AdmonitionBlock(
        kind=AdmonitionKind(kind), title=title, text=text, content=list(content), component=name
    )


def table(head: list[str], *rows: list[str]) -> TableBlock:
    """Make a table without alignment."""
    cells = [[TableCell(text=plain(cell), markdown=cell) for cell in row] for row in (head, *rows)]
    return TableBlock(align=[None] * len(head), head=cells[0], rows=cells[1:])


def tab(title: str | None, *content: Block) -> TabItem:
    """Make one tab."""
    return TabItem(title=title, content=list(content))


def text_of(blocks: list[Block]) -> str:
    """Give the plain text of the blocks that these guides put into steps, joined by one space."""
    parts: list[str] = []
    for block in blocks:
        parts.append(getattr(block, "text", ""))
        for entry in getattr(block, "items", []):
            parts += [entry.text, text_of(entry.content)]
    return " ".join(part for part in parts if part)


def step(title: str | None, *content: Block, id: str | None = None, **fields: Any) -> Step:  # noqa: A002
    """Make a step; its id is its title's slug unless given."""
    blocks = list(content)
    name = id or slug(title or text_of(blocks)[:30])
    return Step(id=name, title=title, text=text_of(blocks), content=blocks, position=HERE, **fields)


def section(title: str | None, *steps: Step, id: str | None = None, **fields: Any) -> Section:  # noqa: A002
    """Make a section; its id is its title's slug unless given."""
    fields.setdefault("level", 2)
    return Section(id=id or slug(title or "part"), title=title, steps=list(steps), position=HERE, **fields)


def guide(*sections: Section, **fields: Any) -> Guide:
    """Make a guide about Acme around `sections`."""
    defaults: dict[str, Any] = {
        "id": "acme/oauth",
        "kind": GuideKind.CONNECTOR_PROFILE,
        "title": "Acme OAuth 2.0 connector profile",
        "description": "Connect Acme once, as an admin, so that your colleagues can link their accounts.",
        "provider": Provider(name="Acme", key="acme"),
        "auth": Auth(label="OAuth 2.0", method=AuthMethod.OAUTH2),
        "source": GuideSource(
            path="acme/oauth.mdx", sha256="0" * 64, dialect="stackone", cover="frontmatter"
        ),
    }
    return Guide(**{**defaults, "sections": list(sections), **fields})


def small_guide(**fields: Any) -> Guide:
    """Make a guide like most: a warning, two sections, five steps, a redirect URL, settings, credentials."""
    warning = admonition("warning", p("You need to be an owner of your Acme workspace."))
    where: dict[str, Any] = {"section": "create-the-app", "step": "fill-in-the-form", "position": HERE}
    later: dict[str, Any] = {"section": "create-the-app", "step": "keep-the-credentials", "position": HERE}
    defaults: dict[str, Any] = {
        "intro": [warning],
        "admonitions": [
            AdmonitionRef(kind=warning.kind, text=warning.text, component=warning.component, position=HERE)
        ],
        "redirect_urls": [RedirectUrl(url=REDIRECT_URL, label="Redirect URL", **where)],
        "settings": [
            Setting(label="App name", value="Example", **where),
            Setting(label="Support contact", hint="Your support address", **where),
        ],
        "credentials": [
            Credential(label="Client ID", key="client_id", secret=False, **later),
            Credential(label="Client Secret", key="client_secret", secret=True, **later),
        ],
        "links": [Link(url="https://console.acme.example/", text="Acme console", position=HERE)],
    }
    return guide(
        section(
            "Create the app",
            step(
                "Open the console",
                p("Sign in to the [Acme console](https://console.acme.example/) as an owner."),
            ),
            step(
                "Fill in the form",
                p("Click **New app** and fill in the fields:"),
                ul(
                    "App name: `Example`",
                    "Support contact: Your support address",
                    f"Redirect URL: `{REDIRECT_URL}`",
                    "Note: Acme may take a minute to show the app.",
                ),
            ),
            step(
                "Keep the credentials",
                p("Acme now shows two values."),
                ul("Copy the **Client ID**.", "Copy the **Client Secret** and store it safely."),
            ),
            intro=[p("An app gives you a client ID and a client secret.")],
        ),
        section(
            "Create the profile",
            step("Open the profiles", p("Go to [profiles](/profiles).")),
            step(
                "Create a profile",
                ul(
                    "Click **+ Profile**",
                    item("Fill out the fields:", ul("**Client ID**", "**Client Secret**")),
                    item("(Optional) Choose **Actions**", optional=True),
                ),
            ),
            outro=[p("Well done. Your users can now link their accounts.")],
        ),
        **{**defaults, **fields},
    )


def actions_guide(**fields: Any) -> Guide:
    """Make a guide with three actions, whose scopes decide over a section and over steps."""
    actions = [
        Action(id="list-files", label="List files", scopes=["files.read"]),
        Action(id="save-file", label="Save a file", scopes=["files.read", "files.write"]),
        Action(id="list users", label="List users, with roles", scopes=["users.read"]),
    ]
    return guide(
        section(
            "Create the app",
            step("Open the console", p("Sign in.")),
            step("Allow reading", ul("Open **Files**"), scopes=["files.read"]),
            step("Allow writing", ul("Tick **Write**", "Save"), scopes=["files.write"], show_scopes=True),
            step("Grant the scopes", p("Grant exactly these:"), show_scopes=True),
        ),
        section("Invite the directory", step("Add the users scope", p("Do it.")), scopes=["users.read"]),
        **{"actions": actions, **fields},
    )


def rich_guide(**fields: Any) -> Guide:
    """Make a guide in which every type of block stands at least once."""
    where: dict[str, Any] = {"section": "register", "step": "register-the-client", "position": HERE}
    everything: list[Block] = [
        p(
            "A paragraph with **bold**, *emphasis*, `code`, [a link](https://acme.example/a?b=c&d=e), note[^1]."
        ),
        heading("A heading in a step"),
        ol("First", item("Second", ul("Deeper", item("Deeper still", ul("Deepest")))), start=3),
        CodeBlock(value='{\n  "redirect_uris": ["<yours>"]\n}', lang="json", meta='title="app.json"'),
        ImageBlock(url="/images/form.png", alt="The form with its five fields", caption="The form"),
        table(["Field", "What to type"], ["Name", "`Example`"], ["Callback", f"`{REDIRECT_URL}`"]),
        QuoteBlock(content=[p("Quoted words.")]),
        DividerBlock(),
        FootnoteBlock(label="1", content=[p("Said below.")]),
        ExpressionBlock(value="props.name"),
        admonition("tip", p("A tip."), title="Handy"),
        TabsBlock(
            tabs=[tab("Cloud", ul("Open the cloud console")), tab("Server", p("Ask your administrator."))]
        ),
        AccordionBlock(title="What if it fails?", content=[p("Try again.")]),
        ComponentBlock(
            name="Card", attributes={"title": "Next", "href": "/next"}, content=[p("Inside a card.")]
        ),
        StepsBlock(
            steps=[step("A nested step", ul("Its item")), step(None, p("A nested step without a title."))]
        ),
        admonition("danger", p("Never share the secret."), title="Keep it safe"),
    ]
    subsection = section("A subsection", step("Below", p("Text.")), level=3)
    tabs = [
        section(name, step(f"Step for {name}", p("Text.")), level=3, kind="tab")
        for name in ("Business", "Personal")
    ]
    defaults: dict[str, Any] = {
        "id": "acme/everything",
        "title": "Everything about Acme",
        "intro": [p("Before all else: breathe."), admonition("note", p("This guide is long."))],
        "redirect_urls": [RedirectUrl(url=REDIRECT_URL, label="Callback", **where)],
        "images": [Image(url="/images/form.png", alt="The form with its five fields", **where)],
    }
    return guide(
        section("Register", step("Register the client", *everything), sections=[subsection, *tabs]),
        section(None, step(None, p("Open **Settings**."), origin="list"), intro=[p("And then:")]),
        **{**defaults, **fields},
    )
