"""The draft of a guide: what a person writes by hand so that guidec can make the guide of it.

Every text is Markdown. In every text `{provider}`, `{auth}` and `{redirect_url}` stand for what the draft says.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from guidec.guide.models.guide import Action
from guidec.guide.models.place import Model

Text = Annotated[str, Field(min_length=1)]


def _form(item: Any) -> str:
    return "item" if isinstance(item, (dict, DraftItem)) else "text"


class DraftItem(Model):
    """An item of a list that has items of its own."""

    text: Text
    """What the item says, as Markdown."""
    items: list[AnyDraftItem] = []
    """The items below it."""


AnyDraftItem = Annotated[
    Annotated[Text, Tag("text")] | Annotated[DraftItem, Tag("item")], Discriminator(_form)
]
"""A line of Markdown, or a line with items below it."""


class DraftPart(Model):
    """What a draft, its sections and its steps have in common."""

    text: Text | None = None
    """What is said first: paragraphs, tables, images, code, as Markdown."""
    dangers: list[Text] = []
    """What the reader must not get wrong: a callout each."""
    warnings: list[Text] = []
    """What to look out for: a callout each."""
    notes: list[Text] = []
    """What is good to know: a callout each."""
    tips: list[Text] = []
    """What helps: a callout each."""


class DraftStep(DraftPart):
    """One thing for the reader to do."""

    title: Text
    """What to do, in a few words."""
    items: list[AnyDraftItem] = []
    """The single instructions, as a list."""
    settings: dict[Text, Text] = {}
    """What to type into the provider's form: the name of each field, and its value exactly."""
    credentials: list[Text] = []
    """What to copy, by the names that the provider has for it: "Client ID"."""
    scopes: list[Text] = []
    """The OAuth scopes that the step is for: it applies where a chosen action needs one of them."""
    show_scopes: bool = False
    """Whether the scopes to grant are to be listed in this step."""


class DraftSection(DraftPart):
    """A part of the guide under a heading."""

    title: Text
    """The heading."""
    scopes: list[Text] = []
    """The OAuth scopes that it is for: it applies where a chosen action needs one of them, always if there are none."""
    steps: list[DraftStep] = []
    """The steps in order."""
    sections: list[DraftSection] = []
    """The sections inside it."""


class Draft(DraftPart):
    """A guide as a person writes it by hand; whatever can be derived is left out."""

    kind: Literal["connector-profile", "account-link", "guide"] = "connector-profile"
    """Whom it is for: an admin who sets the connection up, a user who links an account, or anyone else."""
    provider: Text | None = None
    """The product that the guide connects to: "Smartsheet"."""
    auth: Text | None = None
    """How the connection authenticates: "OAuth 2.0", "API key"."""
    redirect_url: Text | None = None
    """The URL to register at the provider."""
    title: Text | None = None
    """The title; left out, it is made of provider, way to authenticate and kind."""
    description: Text | None = None
    """What the guide is about, in a sentence or two of plain text."""
    actions: list[Action] = []
    """What a reader can choose from, and the scopes that each needs."""
    sections: list[DraftSection] = []
    """The sections in order."""
