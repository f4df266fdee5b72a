"""What `guidec diff` gives: frozen pydantic models, published as the schema `diff`."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import AliasChoices, Field

from guidec.guide.models.place import Model


class ChangeClass(StrEnum):
    """Whom a change concerns, the gravest first."""

    BREAKING = "breaking"
    """What was set up or stored by the old guide does not fit the new one."""
    NOTABLE = "notable"
    """A reader does something else than before."""
    EDITORIAL = "editorial"
    """The same is said in other words."""


class ChangePlace(Model):
    """Where one side of a change stands, and what stands there."""

    guide: str
    """The guide's id on this side."""
    path: str
    """The file, as given on the command line, below the content root, or as `REVISION:path`."""
    line: int = Field(ge=1)
    """The line in which it starts, counted from 1."""
    column: int = Field(ge=1)
    """The column in which it starts, in Unicode code points, counted from 1."""
    end_line: int = Field(ge=1)
    """The line in which it ends."""
    end_column: int = Field(ge=1)
    """The column before which it ends."""
    section: str | None = None
    """The id of the innermost section around it, or its own."""
    step: str | None = None
    """The id of the innermost step around it, or its own."""
    value: str | None = None
    """What was changed, as it stands on this side: a URL, a title, a text."""


class Change(Model):
    """One thing that is not as it was."""

    kind: str = Field(pattern=r"^[a-z]+(-[a-z]+)*$")
    """What happened, in kebab-case: `redirect-url-changed`."""
    class_: ChangeClass = Field(validation_alias=AliasChoices("class", "class_"), serialization_alias="class")
    """Whom it concerns; each kind has one class."""
    message: str
    """The change as a sentence, on one line, bounded in length."""
    what: str | None = None
    """What was changed, by its title or label on the new side, or on the old side where it is gone."""
    where: str | None = None
    """The title of the step or section around it."""
    old: ChangePlace | None = None
    """Where it stood; null for what is new."""
    new: ChangePlace | None = None
    """Where it stands; null for what is gone."""


class DiffSummary(Model):
    """How many changes there are of each class."""

    breaking: int = Field(ge=0)
    """Those by which what was set up or stored before no longer fits."""
    notable: int = Field(ge=0)
    """Those by which a reader does something else."""
    editorial: int = Field(ge=0)
    """Those of wording."""


class NotCompared(Model):
    """A guide or folder of which nothing is said, and what keeps it from being compared."""

    path: str
    """The file or folder, as given on the command line, below the content root, or as `REVISION:path`."""
    line: int = Field(ge=1)
    """The line of the first error in it, counted from 1."""
    column: int = Field(ge=1)
    """The column of that error, in Unicode code points, counted from 1."""
    rule: str
    """The id of the rule that it breaks."""
    message: str
    """What is wrong there, on one line, bounded in length."""


class Diff(Model):
    """What changed between two guides, or two folders of guides."""

    schema_version: Literal["1"] = "1"
    """Changes when a field is removed or retyped."""
    old: str
    """What was compared, as it was named."""
    new: str
    """What it was compared with."""
    summary: DiffSummary
    """The changes, counted."""
    changes: list[Change]
    """Every change: the breaking ones first, then by guide and place."""
    not_compared: list[NotCompared] = Field([])
    """What could not be compared, such as guides that do not compile: changes in these are not among the changes."""
