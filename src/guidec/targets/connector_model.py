"""The authentication block of a StackOne connector file: the model of `connector/ID.yaml`."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import ConfigDict, Field, model_validator
from pydantic.alias_generators import to_camel

from guidec.guide.models.place import Model


class ConnectorModel(Model):
    """A part of a connector file: its keys are camelCase, and what is not known is left out."""

    model_config = ConfigDict(alias_generator=to_camel, validate_by_name=True, validate_by_alias=True)


class ConnectorStep(ConnectorModel):
    """A step of an embedded guide."""

    title: str
    """What to do, as plain text."""
    content: str | None = None
    """The step's prose, as Markdown."""
    items: list[str] | None = Field(None, alias="list")
    """Its list items, as Markdown; nested ones follow their parent."""
    scopes: list[str] | None = None
    """The OAuth scopes that the step is for."""


class ConnectorSection(ConnectorModel):
    """A section of an embedded guide."""

    title: str
    """Its heading, as plain text."""
    content: str | None = None
    """What stands above its steps, as Markdown."""
    steps: list[ConnectorStep] | None = None
    """Its steps in order."""
    scopes: list[str] | None = None
    """The OAuth scopes that the section is for."""


class ConnectorGuide(ConnectorModel):
    """A guide embedded in a connector file."""

    warning: str | None = None
    """What to know before anything else, as Markdown."""
    sections: list[ConnectorSection]
    """Its sections in order."""


class ConnectorGuides(ConnectorModel):
    """The guides of one way to authenticate."""

    setup: ConnectorGuide | None = None
    """For the admin who sets up the connector profile."""
    config: ConnectorGuide | None = None
    """For the user who links an account."""


class Support(ConnectorModel):
    """Help for those who set the connection up."""

    link: str | None = None
    """The URL of the rendered guide."""
    description: str | None = None
    """What to know before anything else, as plain text."""
    guides: ConnectorGuides
    """The guides themselves."""


class ConnectorField(ConnectorModel):
    """A value to fill in."""

    key: str
    """The name by which expressions know it: `$.credentials.clientId`."""
    label: str
    """What the form calls it."""
    type: Literal["text", "password"]
    """How the form shows it."""
    required: bool
    """Whether it must be filled in."""
    secret: bool
    """Whether it must be kept secret."""


class AuthorizationParams(ConnectorModel):
    """The parameters of the authorization request (RFC 6749, section 4.1.1)."""

    model_config = ConfigDict(alias_generator=None)

    response_type: Literal["code"] = "code"
    """Asks for an authorization code."""
    client_id: str | None = None
    """The expression that gives the client ID."""
    redirect_uri: str | None = None
    """Where the provider sends the user back to."""


class OAuth2Authorization(ConnectorModel):
    """How requests are authorized with OAuth 2.0."""

    type: Literal["oauth2"] = "oauth2"
    """The kind of authorization."""
    authorization_params: AuthorizationParams
    """The parameters of the authorization request."""


class BasicAuthorization(ConnectorModel):
    """How requests are authorized with a user name and password (RFC 7617)."""

    type: Literal["basic"] = "basic"
    """The kind of authorization."""
    username: str
    """The expression that gives the user name."""
    password: str
    """The expression that gives the password."""


class Environment(ConnectorModel):
    """An environment of the provider."""

    key: Literal["production"] = "production"
    """Its key."""
    name: Literal["Production"] = "Production"
    """Its name."""


class Authentication(ConnectorModel):
    """One way to authenticate."""

    type: Literal["oauth2", "custom"]
    """`custom` is everything but OAuth 2.0: API key, basic, token."""
    label: str | None = None
    """What a guide says to choose under "Type"."""
    grant_type: Literal["client_credentials"] | None = None
    """The grant, where it is not the authorization code (RFC 6749, section 4.4)."""
    support: Support
    """Help for those who set the connection up."""
    setup_fields: list[ConnectorField] | None = None
    """What the admin fills in who sets up the connector profile."""
    config_fields: list[ConnectorField] | None = None
    """What the user fills in who links an account."""
    authorization: OAuth2Authorization | BasicAuthorization | None = Field(None, discriminator="type")
    """How requests are authorized, as far as a guide says."""
    environments: list[Environment]
    """The provider's environments."""


class AuthenticationEntry(ConnectorModel):
    """One way to authenticate, under the key that is its type."""

    oauth2: Authentication | None = None
    """OAuth 2.0."""
    custom: Authentication | None = None
    """Anything else."""

    @model_validator(mode="after")
    def _one_of_its_type(self) -> Self:
        entries = {name: entry for name, entry in (("oauth2", self.oauth2), ("custom", self.custom)) if entry}
        if [entry.type for entry in entries.values()] != list(entries) or len(entries) != 1:
            raise ValueError("an entry has exactly one key, and it is the type")
        return self


class Connector(ConnectorModel):
    """The part of a connector file that a guide feeds."""

    authentication: list[AuthenticationEntry] = Field(min_length=1, max_length=1)
    """The ways to authenticate; a guide is about one."""
