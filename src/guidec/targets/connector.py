"""The authentication block of a StackOne connector file, with the guide embedded in it.

Only what the guide says is written: no authorization or token URL, no header name is invented.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal
from urllib.parse import quote, urlsplit

from guidec.guide.models import AuthMethod, GuideKind
from guidec.targets.checked import unreadable
from guidec.targets.connector_guide import Embedding, warnings_of
from guidec.targets.connector_model import (
    Authentication,
    AuthenticationEntry,
    AuthorizationParams,
    BasicAuthorization,
    Connector,
    ConnectorField,
    ConnectorGuides,
    Environment,
    OAuth2Authorization,
    Support,
)
from guidec.targets.form_section import fields_to_fill_in, form_section
from guidec.targets.names import camel_case
from guidec.targets.target import Options, Rendered, Target
from guidec.targets.templates import environment
from guidec.targets.yaml_subset import load

if TYPE_CHECKING:
    from guidec.guide.models import Credential, Guide, Section

TEMPLATE = "connector.yaml.j2"
OAUTH2 = frozenset({AuthMethod.OAUTH2, AuthMethod.OAUTH2_CLIENT_CREDENTIALS})
CLIENT_ID = re.compile(r"(?:.*_)?(?:client|consumer|app|application)_(?:id|key)")
API_HOST = re.compile(r"api(?:\.[a-z0-9-]+)*\.stackone\.com")
API_HOST_URI = "${apiHostUri}"
"""What connector files write for StackOne's own host."""


def render(guide: Guide, options: Options) -> Rendered:
    """Render `connector/ID.yaml`; a guide that does not say how to authenticate gives a `custom` block."""
    connector = connector_of(guide, options)
    path = f"connector/{guide.id}.yaml"
    (entry,) = connector.authentication
    text = environment().get_template(TEMPLATE).render(guide=guide, auth=entry.oauth2 or entry.custom)
    try:
        same = Connector.model_validate(load(text)) == connector
    except ValueError as error:
        return unreadable(guide, path, str(error))
    return Rendered({path: text}) if same else unreadable(guide, path, "other values than the guide's")


def connector_of(guide: Guide, options: Options) -> Connector:
    """Make the authentication block that `guide` feeds."""
    form = None if guide.kind is GuideKind.GUIDE else form_section(guide)
    method = method_of(guide)
    credentials = fields_to_fill_in(guide, form)
    fields = list(map(field_of, credentials)) or None
    is_setup = guide.kind is GuideKind.CONNECTOR_PROFILE
    kind: Literal["oauth2", "custom"] = "oauth2" if method in OAUTH2 else "custom"
    client_credentials = method is AuthMethod.OAUTH2_CLIENT_CREDENTIALS
    authentication = Authentication(
        type=kind,
        label=guide.auth.label if guide.auth else None,
        grant_type="client_credentials" if client_credentials else None,
        support=support_of(guide, options, form),
        setup_fields=fields if is_setup else None,
        config_fields=None if is_setup else fields,
        authorization=authorization_of(guide, method, credentials),
        environments=[Environment()],
    )
    return Connector(authentication=[AuthenticationEntry.model_validate({kind: authentication})])


def method_of(guide: Guide) -> AuthMethod:
    """Give the method that the guide names; a redirect URL to register without a name for it is OAuth 2.0."""
    if guide.auth:
        return guide.auth.method
    return AuthMethod.OAUTH2 if guide.redirect_urls else AuthMethod.CUSTOM


def support_of(guide: Guide, options: Options, form: Section | None) -> Support:
    """Make the help: the guide without the section `form`, its warning also as plain text."""
    embedded = Embedding(guide, options).without(form)
    is_setup = guide.kind is GuideKind.CONNECTOR_PROFILE
    return Support(
        link=f"{options.base_url}/{quote(guide.id)}" if options.base_url else None,
        description=" ".join(warning.text for warning in warnings_of(guide)) or None,
        guides=ConnectorGuides(setup=embedded) if is_setup else ConnectorGuides(config=embedded),
    )


def field_of(credential: Credential) -> ConnectorField:
    """Make the form field of a credential."""
    return ConnectorField(
        key=camel_case(credential.key),
        label=credential.label,
        type="password" if credential.secret else "text",
        required=not credential.optional,
        secret=credential.secret,
    )


def authorization_of(
    guide: Guide, method: AuthMethod, credentials: list[Credential]
) -> OAuth2Authorization | BasicAuthorization | None:
    """Say how requests are authorized, as far as the guide does: OAuth 2.0 with a code, or a password."""
    if method is AuthMethod.OAUTH2:
        client_id = next((c for c in credentials if not c.secret and CLIENT_ID.fullmatch(c.key)), None)
        redirect_uri = redirect_uri_of(guide.redirect_urls[0].url) if guide.redirect_urls else None
        return OAuth2Authorization(
            authorization_params=AuthorizationParams(
                client_id=expression(client_id) if client_id else None, redirect_uri=redirect_uri
            )
        )
    if method is AuthMethod.BASIC:
        names, passwords = ([c for c in credentials if c.secret is secret] for secret in (False, True))
        if len(names) == len(passwords) == 1:
            return BasicAuthorization(username=expression(names[0]), password=expression(passwords[0]))
    return None


def expression(credential: Credential) -> str:
    """Give the connector expression for the value of a credential."""
    return f"$.credentials.{camel_case(credential.key)}"


def redirect_uri_of(url: str) -> str:
    """Write a redirect URL as connector files do: StackOne's own host is `${apiHostUri}`."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return url
    return API_HOST_URI + url.partition(host)[2] if API_HOST.fullmatch(host) else url


TARGET = Target(
    name="connector",
    summary="the authentication block of a StackOne connector",
    render=render,
    templates=(TEMPLATE,),
)
