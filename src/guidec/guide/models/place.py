"""Where a part of a guide stands in its source, and what every model shares."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from pydantic import BaseModel, ConfigDict, Field

if TYPE_CHECKING:
    from pydantic import GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema

    from guidec import source


class Model(BaseModel):
    """What every model of a guide has in common: frozen, and closed to unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def __eq__(self, other: object) -> bool:
        """Compare the fields; there is nothing else in such a model, so it takes half the time that pydantic does."""
        return type(self) is type(other) and self.__dict__ == other.__dict__

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Describe each field by the docstring below it.

        Only schemas need that. pydantic's `use_attribute_docstrings` reads all docstrings when the models are
        imported, a tenth of the time that a build of one guide takes.
        """
        from guidec.guide.models.docstrings import field_docstrings

        schema = handler(core_schema)
        properties = handler.resolve_ref_schema(schema).get("properties", {})
        for name, said in field_docstrings(cls).items():
            key = cls.model_fields[name].serialization_alias or name
            properties.get(key, {}).setdefault("description", said)
        return schema


class Point(Model):
    """A place between two characters of a file (unist `Point`)."""

    line: int = Field(ge=1)
    """Line, counted from 1."""
    column: int = Field(ge=1)
    """Column in Unicode code points, counted from 1."""
    offset: int = Field(ge=0)
    """Unicode code points from the start of the file, counted from 0."""


class Place(Model):
    """A stretch of a file (unist `Position`)."""

    start: Point
    """Where it starts."""
    end: Point
    """Where it ends; the character there is no longer part of it."""
    path: str | None = None
    """The snippet that it stands in, relative to the content root; null for the guide's own file."""

    @classmethod
    def of(cls, position: source.Position, guide: source.Source) -> Self:
        """Give the place of a node's position in the guide whose own file is `guide`."""
        start, end = position.start, position.end
        return cls.model_validate(
            {
                "start": {"line": start.line, "column": start.column, "offset": start.offset},
                "end": {"line": end.line, "column": end.column, "offset": end.offset},
                "path": None if position.source is guide else position.source.path,
            }
        )
