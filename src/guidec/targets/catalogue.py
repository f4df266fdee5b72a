"""One guide as the catalogue and the page of all guides list it."""

from __future__ import annotations

from pydantic import Field

from guidec.guide.models import Auth, Guide, GuideKind, Provider
from guidec.guide.models.place import Model
from guidec.targets.walk import count_steps_and_boxes


class CatalogueEntry(Model):
    """What a reader or tool needs to choose a guide without opening it."""

    id: str
    """The guide's id: its path below the content root without suffix."""
    kind: GuideKind
    """Whom the guide is for."""
    title: str
    """The title as plain text; empty where the guide has none."""
    description: str | None = None
    """What the guide is about."""
    provider: Provider | None = None
    """The product that it connects to."""
    auth: Auth | None = None
    """How the connection authenticates."""
    path: str
    """The source file, relative to the content root."""
    sha256: str
    """Hash of the source file's bytes."""
    steps: int = Field(ge=0)
    """How many steps it has, nested ones included."""
    boxes: int = Field(ge=0)
    """How many boxes its checklist has: one for each step, one for each list item in a step."""


def catalogue_entry(guide: Guide) -> CatalogueEntry:
    """Give the entry of `guide`."""
    steps, boxes = count_steps_and_boxes(guide)
    return CatalogueEntry(
        id=guide.id,
        kind=guide.kind,
        title=guide.title,
        description=guide.description,
        provider=guide.provider,
        auth=guide.auth,
        path=guide.source.path,
        sha256=guide.source.sha256,
        steps=steps,
        boxes=boxes,
    )
