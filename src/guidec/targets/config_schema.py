"""The JSON Schema of one guide's configuration, which a filled-in one is held to."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from guidec.example_urls import OWN_URL

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import JsonValue

    from guidec.guide.models import Guide
    from guidec.targets.config_form import Field, Form

    Schema = dict[str, JsonValue]

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def config_schema(guide: Guide, form: Form) -> Schema:
    """Make the JSON Schema (2020-12) of the configuration of `guide`."""
    properties: Schema = {
        "schema_version": fixed("1", "The version of this format."),
        "guide": fixed(guide.id, "The id of the guide that explains every value."),
    }
    if guide.provider:
        provider: Schema = {
            "name": fixed(guide.provider.name, "The provider's name."),
            "key": fixed(guide.provider.key, "The provider's key."),
        }
        properties["provider"] = mapping(
            provider, list(provider), "The product that the profile connects to."
        )
    if guide.auth:
        auth: Schema = {
            "label": fixed(guide.auth.label, "What the guide calls the type of authentication."),
            "method": fixed(guide.auth.method.value, "What that means."),
        }
        properties["auth"] = mapping(auth, list(auth), "How the connection authenticates.")
    if form.redirect_urls:
        properties["redirect_url"] = redirect_url(form.redirect_urls)
    if form.credentials:
        properties["credentials"] = fields(form.credentials, "What the provider hands out.")
    required: list[JsonValue] = list(properties)
    if form.settings:
        properties["settings"] = fields(form.settings, "What is typed into the provider's form.")
    properties["actions"] = choice((a.id for a in form.actions), "The ids of the actions to enable.")
    properties["scopes"] = choice(
        (s.name for s in form.scopes), "The OAuth scopes that are granted at the provider."
    )
    return {
        "$schema": DIALECT,
        "$id": f"urn:guidec:config:{quote(guide.id)}",
        "title": guide.title or guide.id,
        **mapping(properties, required, "What to fill in for this guide."),
    }


def mapping(properties: Schema, required: list[JsonValue], description: str) -> Schema:
    """Make the schema of an object with these properties and no others."""
    return {
        "description": description,
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def fixed(value: str, description: str) -> Schema:
    """Make the schema of a string that can only be `value`."""
    return {"description": description, "type": "string", "const": value}


def choice(known: Iterable[str], description: str) -> Schema:
    """Make the schema of a list of `known` strings, or of any strings where the guide names none."""
    names: list[JsonValue] = list(dict.fromkeys(known))
    items: Schema = {"type": "string", "enum": names} if names else {"type": "string", "minLength": 1}
    return {"description": description, "type": "array", "items": items, "uniqueItems": True}


def redirect_url(urls: tuple[Field, ...]) -> Schema:
    """Make the schema of the redirect URL: a constant, one of those that the guide names, or any after examples."""
    description = f"{urls[0].label}. {explained(urls[0])}"
    if not urls[0].fixed:
        return {"description": description, "type": "string", "default": urls[0].value, "pattern": OWN_URL}
    if len(urls) == 1:
        return fixed(urls[0].value, description)
    return {"description": description, "type": "string", "enum": [url.value for url in urls]}


def fields(form: tuple[Field, ...], description: str) -> Schema:
    """Make the schema of a mapping of fields."""
    properties: Schema = {field.key: field_schema(field) for field in form}
    return mapping(properties, [field.key for field in form if field.required], description)


def field_schema(field: Field) -> Schema:
    """Make the schema of one field."""
    description = f"{field.label}{f': {field.hint}' if field.hint else ''}. {explained(field)}"
    if field.fixed:
        return fixed(field.value, description)
    schema: Schema = {"title": field.label, "description": description, "type": "string"}
    if field.value:
        schema["default"] = field.value
    if field.required:
        schema["minLength"] = 1
    if field.secret:
        schema["writeOnly"] = True
    return schema


def explained(field: Field) -> str:
    """Say where the guide explains a field."""
    return f"In the guide: {field.place}."
