"""The authentication block of a StackOne connector file, with the guide embedded in it.

Only what the guide says is written: no authorization or token URL, no header name is invented.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal
from urllib.parse import quote, urlsplit

from guidec.guide.models import AdmonitionBlock, AdmonitionKind, AuthMethod, GuideKind, ListBlock, StepsBlock
from guidec.targets.checked import unreadable
from guidec.targets.connector_model import (
    Authentication,
    AuthenticationEntry,
    AuthorizationParams,
    BasicAuthorization,
    Connector,
    ConnectorField,
    ConnectorGuide,
    ConnectorGuides,
    ConnectorSection,
    ConnectorStep,
    Environment,
    OAuth2Authorization,
    Support,
)
from guidec.targets.markdown import block_to_markdown, bold, joined, to_markdown
from guidec.targets.names import camel_case
from guidec.targets.profile import fields_to_fill_in, profile_section
from guidec.targets.target import Options, Rendered, Target
from guidec.targets.templates import environment
from guidec.targets.yaml_subset import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidec.guide.models import Block, Credential, Guide, ListItem, Section, Step

TEMPLATE = "connector.yaml.j2"
OAUTH2 = frozenset({AuthMethod.OAUTH2, AuthMethod.OAUTH2_CLIENT_CREDENTIALS})
URGENT = frozenset({AdmonitionKind.WARNING, AdmonitionKind.DANGER})
CLIENT_ID = re.compile(r"(?:.*_)?(?:client|consumer|app|application)_(?:id|key)")
API_HOST = re.compile(r"api(?:\.[a-z0-9-]+)*\.stackone\.com")
FIRST_SENTENCE = re.compile(r"(?s)(.*?\S)(?:[.!?:](?=\s)|[.:]\Z|\Z)")
API_HOST_URI = "${apiHostUri}"
"""What connector files write for StackOne's own host."""
TITLE_LENGTH = 120


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
    profile = profile_section(guide) if guide.kind is GuideKind.CONNECTOR_PROFILE else None
    method = guide.auth.method if guide.auth else AuthMethod.CUSTOM
    credentials = fields_to_fill_in(guide, profile)
    fields = list(map(field_of, credentials)) or None
    is_setup = guide.kind is GuideKind.CONNECTOR_PROFILE
    kind: Literal["oauth2", "custom"] = "oauth2" if method in OAUTH2 else "custom"
    client_credentials = method is AuthMethod.OAUTH2_CLIENT_CREDENTIALS
    authentication = Authentication(
        type=kind,
        label=guide.auth.label if guide.auth else None,
        grant_type="client_credentials" if client_credentials else None,
        support=support_of(guide, options, profile),
        setup_fields=fields if is_setup else None,
        config_fields=None if is_setup else fields,
        authorization=authorization_of(guide, method, credentials),
        environments=[Environment()],
    )
    return Connector(authentication=[AuthenticationEntry.model_validate({kind: authentication})])


def support_of(guide: Guide, options: Options, profile: Section | None) -> Support:
    """Make the help: the guide without the section `profile`, its warning apart."""
    warnings = [b for b in guide.intro if isinstance(b, AdmonitionBlock) and b.kind in URGENT]
    rest = [block for block in guide.intro if block not in warnings]
    sections = list(sections_of(guide, rest, profile))
    embedded = ConnectorGuide(
        warning=joined(*(joined(bold(w.title), to_markdown(w.content)) for w in warnings)) or None,
        sections=sections,
    )
    is_setup = guide.kind is GuideKind.CONNECTOR_PROFILE
    return Support(
        link=f"{options.base_url}/{quote(guide.id)}" if options.base_url else None,
        description=" ".join(warning.text for warning in warnings) or None,
        guides=ConnectorGuides(setup=embedded) if is_setup else ConnectorGuides(config=embedded),
    )


def sections_of(guide: Guide, intro: list[Block], left_out: Section | None) -> Iterator[ConnectorSection]:
    """Give all sections as one flat list: connector sections do not nest, and each has a title.

    What stands above the first section becomes a section, as does what stands below the steps of one.
    """
    top = guide.title or guide.id
    if content := to_markdown(intro):
        yield ConnectorSection(title=top, content=content)
    pending = [(section, top) for section in reversed(guide.sections)]
    while pending:
        section, title_above = pending.pop()
        if section is left_out:
            continue
        title = section.title or title_above
        pending += [(child, title) for child in reversed(section.sections)]
        yield from section_of(section, title)


def section_of(section: Section, title: str) -> Iterator[ConnectorSection]:
    """Give a section without its subsections; nothing where it holds nothing else."""
    content = to_markdown(section.intro)
    scopes = section.scopes or None
    if content or section.steps or not section.sections:
        steps = list(map(step_of, section.steps)) or None
        yield ConnectorSection(title=title, content=content or None, steps=steps, scopes=scopes)
    if outro := to_markdown(section.outro):
        yield ConnectorSection(title=title, content=outro, scopes=scopes)


def step_of(step: Step) -> ConnectorStep:
    """Make a step: its prose, and its lists flattened into one."""
    prose = [block for block in step.content if not isinstance(block, ListBlock | StepsBlock)]
    return ConnectorStep(
        title=step.title or first_sentence(step.text),
        content=to_markdown(prose) or None,
        list=list(flat_items(step.content)) or None,
        scopes=step.scopes or None,
    )


def first_sentence(text: str) -> str:
    """Give the first sentence of a step without a title, cut to 120 characters."""
    match = FIRST_SENTENCE.match(text)
    sentence = match[1] if match else text
    return sentence if len(sentence) <= TITLE_LENGTH else sentence[: TITLE_LENGTH - 1].rstrip() + "…"


def flat_items(blocks: Iterable[Block]) -> Iterator[str]:
    """Give the items of the lists in `blocks` as Markdown, nested items after the item that holds them."""
    for block in blocks:
        if isinstance(block, ListBlock):
            for item in block.items:
                yield from flat_item(item)
        elif isinstance(block, StepsBlock):
            for step in block.steps:
                yield joined(bold(step.title), to_markdown(b for b in step.content if not is_list(b)))
                yield from flat_items(step.content)


def flat_item(item: ListItem) -> Iterator[str]:
    """Give an item without its nested lists, then their items."""
    yield joined(item.markdown, *(block_to_markdown(b) for b in item.content if not is_list(b)))
    yield from flat_items(item.content)


def is_list(block: Block) -> bool:
    """Tell whether a block becomes items of a flat list."""
    return isinstance(block, ListBlock | StepsBlock)


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
