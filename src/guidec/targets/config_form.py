"""The configuration of one guide as a form: what to fill in, and what the guide says about each value."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from guidec.example_urls import is_local, is_placeholder
from guidec.guide.models import Step
from guidec.targets.names import snake_case, unique, variable
from guidec.targets.places import place_of, placed_parts, titles

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidec.guide.models import Action, Guide, Setting
    from guidec.targets.places import Placed


class Field(NamedTuple):
    """One value of the form."""

    key: str
    label: str
    value: str
    """What the template holds: the value itself, a placeholder, or nothing."""
    place: str
    """Where the guide explains it."""
    hint: str | None = None
    """What the guide says about the value."""
    secret: bool = False
    optional: bool = False
    """Whether the guide says that it may be left out."""
    required: bool = False
    """Whether the configuration is incomplete without it."""
    fixed: bool = False
    """Whether any other value would be wrong."""


class Scope(NamedTuple):
    """A scope that can be granted."""

    name: str
    place: str | None
    """Where the guide grants it; None where it only says which action needs it."""


class Form(NamedTuple):
    """All that a guide asks an operator for."""

    redirect_urls: tuple[Field, ...]
    credentials: tuple[Field, ...]
    settings: tuple[Field, ...]
    actions: tuple[Action, ...]
    """What can be chosen from."""
    scopes: tuple[Scope, ...]
    """Every scope that the guide names, once, in reading order."""


def form_of(guide: Guide) -> Form:
    """Gather what `guide` asks for."""
    parts = list(placed_parts(guide))
    title = titles(parts)
    urls = redirect_url_fields(guide, title)
    return Form(
        redirect_urls=urls,
        credentials=credential_fields(guide, title),
        settings=setting_fields(own_settings(guide), title, {field.value for field in urls if field.fixed}),
        actions=tuple(guide.actions),
        scopes=scopes_of(guide, parts),
    )


def redirect_url_fields(guide: Guide, title: dict[str, str]) -> tuple[Field, ...]:
    """Make the fields of the redirect URL, the one to use first: as written, else the reader's own, else a local one.

    Where a URL is meant as it is written, no example is a choice; where none is, the reader fills in another.
    """
    written = [one for one in guide.redirect_urls if not (is_placeholder(one.url) or is_local(one.url))]
    examples = [] if written else [one for one in guide.redirect_urls if is_placeholder(one.url)]
    local = [one for one in guide.redirect_urls if is_local(one.url) and one not in examples]
    return tuple(
        Field(
            key="redirect_url",
            label=entry.label or "Redirect URL",
            value=entry.url,
            place=place_of(entry, title),
            hint=None if written else "an example, to be replaced by your own",
            required=True,
            fixed=bool(written),
        )
        for entry in [*written, *examples, *local]
    )


def credential_fields(guide: Guide, title: dict[str, str]) -> tuple[Field, ...]:
    """Make the fields of the credentials: a placeholder for each, whether secret or not."""
    taken: dict[str, int] = {}
    keys = [unique(entry.key, taken) for entry in guide.credentials]
    named: dict[str, int] = {}
    return tuple(
        Field(
            key=key,
            label=entry.label,
            value=f"${{{unique(variable(guide, key), named)}}}",
            place=place_of(entry, title),
            hint=entry.hint,
            secret=entry.secret,
            optional=entry.optional,
            required=not entry.optional,
        )
        for key, entry in zip(keys, guide.credentials, strict=True)
    )


def own_settings(guide: Guide) -> list[Setting]:
    """Give the settings without those that the reader fills in as a credential: at the same place, by the same name."""
    asked = {(one.label.casefold(), one.section, one.step) for one in guide.credentials}
    return [s for s in guide.settings if s.value or (s.label.casefold(), s.section, s.step) not in asked]


def setting_fields(settings: list[Setting], title: dict[str, str], urls: set[str]) -> tuple[Field, ...]:
    """Make the fields of the provider's form; a value that is a redirect URL is fixed."""
    taken: dict[str, int] = {}
    return tuple(
        Field(
            key=unique(snake_case(entry.label) or "setting", taken),
            label=entry.label,
            value=entry.value or "",
            place=place_of(entry, title),
            hint=entry.hint,
            optional=entry.optional,
            fixed=entry.value in urls,
        )
        for entry in settings
    )


def scopes_of(guide: Guide, parts: Iterable[Placed]) -> tuple[Scope, ...]:
    """Give every scope with the section or step that is for it, else the step that lists all of them."""
    places: dict[str, str] = {}
    listing = None
    for part, place in parts:
        for scope in part.scopes:
            places.setdefault(scope, place)
        if isinstance(part, Step) and part.show_scopes and listing is None:
            listing = place
    needed = [scope for action in guide.actions for scope in action.scopes]
    return tuple(Scope(name, places.get(name, listing)) for name in dict.fromkeys([*needed, *places]))
