"""The guide as a whole, and its sections."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, JsonValue

from guidec.guide.models.blocks import Anchor, Block, Components, Slug, Step
from guidec.guide.models.indexes import AdmonitionRef, Credential, Image, Link, RedirectUrl, Setting
from guidec.guide.models.place import Model, Place

GuideId = Annotated[str, Field(min_length=1)]


class GuideKind(StrEnum):
    """Whom a guide is for."""

    CONNECTOR_PROFILE = "connector-profile"
    """An admin who sets up the OAuth app and the connector profile, once."""
    ACCOUNT_LINK = "account-link"
    """A user who links an account."""
    GUIDE = "guide"
    """Anything else."""


class AuthMethod(StrEnum):
    """How a connector authenticates at the provider."""

    OAUTH2 = "oauth2"
    OAUTH2_CLIENT_CREDENTIALS = "oauth2_client_credentials"
    API_KEY = "api_key"
    BASIC = "basic"
    TOKEN = "token"  # noqa: S105 - the name of a method
    CUSTOM = "custom"


class Provider(Model):
    """The product that the guide connects to."""

    name: str
    """As the guide writes it: "ClickUp"."""
    key: Slug
    """The name as a slug: `clickup`."""


class Auth(Model):
    """How the guide's connection authenticates."""

    label: str
    """As the guide writes it: "OAuth 2.0"."""
    method: AuthMethod
    """What that means."""


class GuideSource(Model):
    """The file that the guide was compiled from."""

    path: str
    """Relative to the content root, with forward slashes."""
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    """Hash of the file's bytes."""
    dialect: str
    """The documentation system that it is written for."""
    cover: Literal["frontmatter", "exported", "none"]
    """Where title and description come from: YAML frontmatter, or the heading and quotation of an exported page."""
    frontmatter: dict[str, JsonValue] = {}
    """Everything in the frontmatter but title and description."""
    preamble: str | None = None
    """The Markdown of the index quotation that an exported page starts with."""
    spelling: dict[str, str] = {}
    """How the file spells what its dialect usually spells in another way: `scopes` is what separates scopes,
    `show_scopes` says that a step lists them, `code` is `html` where code among words is `<code>`, `nested_list` is
    `plain` where a list in a list of a section has no style."""
    esm: list[str] = []
    """The import and export statements that stay in the guide, as source text."""


class Action(Model):
    """Something that the connection can be used for, and the scopes that it needs."""

    id: str
    """The author's id."""
    label: str
    """What a reader sees."""
    scopes: list[str] = []
    """The OAuth scopes that it needs (RFC 6749, section 3.3)."""


class Section(Model):
    """A part of the guide under a heading, in a tab or in an accordion; its steps are one run."""

    id: Slug
    """A slug, unique in the guide, stable when other parts change."""
    title: str | None = None
    """The heading as plain text; null where prose and more steps follow a run of steps."""
    title_markdown: str | None = None
    """The heading as canonical CommonMark where it holds more than plain text: a link, code; null otherwise."""
    marks: list[str] = []
    """What is written behind the heading for the documentation system, as written: `{#id}`, `[!toc]`."""
    anchor: Anchor = None
    title_components: Components = []
    level: int = Field(ge=1, le=6)
    """The heading's level, or one more than the section around it."""
    kind: Literal["section", "tab", "accordion"] = "section"
    """What makes it a section."""
    origin: Literal["heading", "component", "implied"] = "heading"
    """Whether a Markdown heading or a component opens it, or the prose between two runs of steps."""
    component: str | None = None
    """The element that opens it, where that is another than the dialect's own for sections: `div`."""
    attributes: dict[str, JsonValue] = {}
    """What that element says: `data-whitelabel-hide` where a page without StackOne's brand leaves the section out."""
    scopes: list[str] = []
    """The OAuth scopes that it is for: it applies where a chosen action needs one of them, always if there are none."""
    intro: list[Block] = []
    """What stands above the steps."""
    steps: list[Step] = []
    """The steps in order."""
    first_number: int | None = Field(default=None, ge=0)
    """The number of the first step, where a list goes on behind other content and begins with another than 1."""
    outro: list[Block] = []
    """What stands below the steps."""
    sections: list[Section] = []
    """The sections inside it, after its own content."""
    position: Place
    """Where it stands."""


class Guide(Model):
    """A setup guide as data."""

    schema_version: Literal["1"] = "1"
    """Changes when a field is removed or retyped."""
    id: GuideId
    """The path below the content root without suffix."""
    kind: GuideKind
    """Whom it is for."""
    title: str
    """The title as plain text; empty where the guide has none."""
    description: str | None = None
    """What the guide is about, in a sentence or two of plain text."""
    description_markdown: str | None = None
    """The description as canonical CommonMark where it holds more than plain text: a link, code; null otherwise."""
    provider: Provider | None = None
    """The product that it connects to, where the guide names one."""
    auth: Auth | None = None
    """How the connection authenticates, where the guide says so."""
    source: GuideSource
    """The file behind it."""
    actions: list[Action] = []
    """What a reader can choose from."""
    intro: list[Block] = []
    """What stands above the first section."""
    sections: list[Section] = []
    """The sections in order."""
    admonitions: list[AdmonitionRef] = []
    """Every admonition, in reading order."""
    redirect_urls: list[RedirectUrl] = []
    """Every redirect URL to register, once, in reading order."""
    links: list[Link] = []
    """Every link, in reading order."""
    credentials: list[Credential] = []
    """Every value that the reader copies or fills in, once, in reading order."""
    settings: list[Setting] = []
    """Every value that the reader types into the provider's form, in reading order."""
    images: list[Image] = []
    """Every image, in reading order."""
