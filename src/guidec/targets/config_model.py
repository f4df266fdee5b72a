"""What an operator fills in to create a connector profile: the model of `config/ID.yaml`."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from guidec.guide.models.guide import Auth, GuideId, Provider
from guidec.guide.models.place import Model


class Config(Model):
    """The configuration of a connector profile; `${NAME}` stands for what the environment holds."""

    schema_version: Literal["1"] = "1"
    """Changes when a field is removed or retyped."""
    guide: GuideId
    """The id of the guide that explains every value."""
    provider: Provider | None = None
    """The product that the profile connects to."""
    auth: Auth | None = None
    """How the connection authenticates."""
    redirect_url: str | None = None
    """The URL that is registered at the provider (RFC 6749, section 3.1.2)."""
    credentials: dict[str, str] = Field({})
    """What the provider hands out, by key: `client_id`, `client_secret`."""
    actions: list[str] = Field([])
    """The ids of the actions to enable; all of them where none is named."""
    scopes: list[str] = Field([])
    """The OAuth scopes that are granted at the provider (RFC 6749, section 3.3)."""
    settings: dict[str, str] = Field({})
    """What is typed into the provider's form, by form field."""
