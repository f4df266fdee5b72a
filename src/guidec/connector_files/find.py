"""Finds connector files, and the one that belongs to a guide."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from guidec.connector_files import connector_files
from guidec.connector_files.connector import Entry, read_entries
from guidec.diagnostics import Diagnostic
from guidec.files import Files, decode
from guidec.guide.models import GuideKind
from guidec.targets.connector import connector_of, redirect_uri_of
from guidec.targets.names import snake_case
from guidec.targets.target import Options

if TYPE_CHECKING:
    from pathlib import Path

    from guidec.guide.models import Guide
    from guidec.targets.connector_model import Authentication


CLIENT_CREDENTIALS = "client_credentials"


@dataclass(frozen=True, slots=True)
class Claim:
    """What a guide says about the connector that it belongs to."""

    provider: str | None
    redirect_uris: frozenset[str]
    """With StackOne's own host as `${apiHostUri}`."""
    authentication: Authentication
    """The block that the guide feeds."""

    @property
    def type(self) -> str:
        """`oauth2` or `custom`."""
        return self.authentication.type

    def fits(self, entry: Entry) -> bool:
        """Tell whether an entry authenticates in the guide's way, as far as it says how."""
        granted = entry.grant_type == CLIENT_CREDENTIALS
        either = entry.grant_type is None and entry.redirect_uri is None
        same_grant = granted == (self.authentication.grant_type == CLIENT_CREDENTIALS)
        return entry.type == self.type and (either or same_grant)


def claim_of(guide: Guide) -> Claim:
    """Give what `guide` says about its connector."""
    (entry,) = connector_of(guide, Options()).authentication
    authentication = entry.oauth2 or entry.custom
    assert authentication is not None
    uris = frozenset(redirect_uri_of(url.url) for url in guide.redirect_urls)
    return Claim(guide.provider.name if guide.provider else None, uris, authentication)


@dataclass(slots=True)
class Connectors:
    """The ways to authenticate of many connector files."""

    entries: list[Entry] = field(default_factory=list)
    by_redirect_uri: dict[str, list[Entry]] = field(default_factory=dict)
    by_title: dict[str, list[Entry]] = field(default_factory=dict)
    """By the title of the file; by its name, without suffixes, where it has none."""
    is_for_one_guide: bool = False
    """Whether somebody named one connector file and one guide, which belong together if no title says otherwise."""
    has_guides: bool = False
    """Whether any guide was found to belong to one of them."""

    def add(self, entry: Entry) -> None:
        """Take in one more file, to be found by its redirect URL and its title."""
        self.entries.append(entry)
        if entry.redirect_uri:
            self.by_redirect_uri.setdefault(entry.redirect_uri, []).append(entry)
        title = entry.title or PurePath(entry.source.path).name.partition(".")[0]
        self.by_title.setdefault(snake_case(title), []).append(entry)

    def matching(self, claim: Claim) -> list[Entry]:
        """Give the entries that belong to a guide: by redirect URL, else by the provider's name.

        The slug in a redirect URL may differ from the connector's key, so keys decide nothing. Of several connectors
        with the same redirect URL the one that is called like the provider, then the one with the same label, counts.
        """
        found = [entry for uri in sorted(claim.redirect_uris) for entry in self.by_redirect_uri.get(uri, [])]
        name = snake_case(claim.provider or "")
        nameless = [entry for entry in self.entries * self.is_for_one_guide if not entry.title]
        for entries in (self.by_title.get(name, []), nameless):
            found = found or [entry for entry in entries if claim.fits(entry)]
        found = [entry for entry in found if snake_case(entry.title or "") == name] or found
        return [entry for entry in found if entry.label == claim.authentication.label] or found


def read_connectors(path: Path) -> tuple[Connectors, list[Diagnostic]]:
    """Read the connector file at `path`, or all below that folder, and say what is wrong with them."""
    connectors, problems = Connectors(), []
    root = path if path.is_dir() else path.parent
    files = Files(root)
    for name in connector_files(path):
        data = files.read_bytes(name)
        source = data if isinstance(data, Diagnostic) else decode(data, str(files.root / name))
        found = source if isinstance(source, Diagnostic) else read_entries(source)
        if isinstance(found, Diagnostic):
            problems.append(replace(found, path=str(files.root / name)))
        else:
            for entry in found:
                connectors.add(entry)
    return connectors, problems


def expects_connector(guide: Guide) -> bool:
    """Tell whether a guide is about one connector: it is for a provider, or has a URL to register."""
    return guide.kind is not GuideKind.GUIDE or bool(guide.redirect_urls)
