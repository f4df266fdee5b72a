"""Holds a guide against the connectors that it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from guidec.connector_files.connector import FIELDS
from guidec.connector_files.find import claim_of, expects_connector
from guidec.diagnostics import Diagnostic, Note
from guidec.diagnostics.printable import printable
from guidec.diagnostics.rules import connector as rules
from guidec.files import decode
from guidec.guide.models import GuideKind
from guidec.source import Point
from guidec.targets.config_form import scopes_of
from guidec.targets.connector import API_HOST_URI, redirect_uri_of
from guidec.targets.form_section import fields_to_fill_in, form_section
from guidec.targets.names import camel_case, snake_case
from guidec.targets.places import placed_parts
from guidec.targets.target import Options, Rendered, Target

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidec.connector_files.connector import Entry, Field
    from guidec.connector_files.find import Claim, Connectors
    from guidec.diagnostics import Rule
    from guidec.files import Files
    from guidec.guide.models import Credential, Guide, Place
    from guidec.source import Position, Source

LISTED = 8
COMPARED = (
    rules.CONNECTOR_MISSING,
    rules.CONNECTOR_REDIRECT_URL,
    rules.CONNECTOR_LABEL,
    rules.CONNECTOR_FIELD,
    rules.CONNECTOR_SCOPE,
)
"""What a comparison can find."""


def comparison(connectors: Connectors, files: Files, *, missing: bool) -> Target:
    """Make a target that writes nothing and reports how a guide differs from its connectors; `missing`, if it has none.

    As a target it is part of the way of a guide, where comments silence rules and configuration weighs them.
    """

    def render(guide: Guide, _options: Options) -> Rendered:
        data = files.read_bytes(guide.source.path)
        source = data if isinstance(data, Diagnostic) else decode(data, guide.source.path)
        text = None if isinstance(source, Diagnostic) else source
        return Rendered({}, tuple(compare(guide, text, connectors, missing=missing)))

    return Target("against", "what differs from existing connector files", render, rules=COMPARED)


def compare(
    guide: Guide, source: Source | None, connectors: Connectors, *, missing: bool = True
) -> Iterator[Diagnostic]:
    """Report how `guide` differs from its connectors; `source` is its own file, where that can be read."""
    claim = claim_of(guide)
    found = connectors.matching(claim)
    connectors.has_guides |= bool(found)
    if not found and missing and expects_connector(guide):
        yield _missing(guide, claim)
    for entry in found:
        pair = _Pair(guide, source, claim, entry)
        yield from pair.redirect_url()
        yield from pair.label()
        yield from pair.fields()
        yield from pair.scopes()


def _missing(guide: Guide, claim: Claim) -> Diagnostic:
    if guide.redirect_urls:
        url = printable(guide.redirect_urls[0].url, 200)
        message = f"Unexpected guide without connector, expected one with the redirect URL `{url}`"
        return _at(rules.CONNECTOR_MISSING, message, guide, guide.redirect_urls[0].position)
    grant = claim.authentication.grant_type
    kind = f"{claim.type} ({grant})" if grant else claim.type
    message = f"Unexpected guide without connector, expected one of type {kind}"
    return _at(
        rules.CONNECTOR_MISSING, f"{message} called `{printable(claim.provider or '', 100)}`", guide, None
    )


@dataclass(frozen=True)
class _Pair:
    """A guide and one of its connectors."""

    guide: Guide
    source: Source | None
    claim: Claim
    entry: Entry

    def redirect_url(self) -> Iterator[Diagnostic]:
        """Compare where the provider sends users back to."""
        expected = self.entry.redirect_uri
        if expected is None or expected in self.claim.redirect_uris:
            return
        note = Note.at(
            "The connector sends this one",
            self.entry.place_of("authorization", "authorizationParams", "redirect_uri"),
        )
        if self.guide.redirect_urls:
            first = self.guide.redirect_urls[0]
            url = self.absolute(expected)
            message = (
                f"Unexpected redirect URL `{printable(first.url, 200)}`, expected `{printable(url, 200)}`"
            )
            yield _at(rules.CONNECTOR_REDIRECT_URL, message, self.guide, first.position, note, suggestion=url)
        elif self.guide.kind is GuideKind.CONNECTOR_PROFILE:
            message = (
                f"Unexpected absence of a redirect URL, expected `{printable(self.absolute(expected), 200)}`"
            )
            yield _at(rules.CONNECTOR_REDIRECT_URL, message, self.guide, None, note)

    def absolute(self, uri: str) -> str:
        """Write a connector's redirect URL as a guide would: with the host that this guide uses."""
        hosts = [url.url for url in self.guide.redirect_urls if redirect_uri_of(url.url) != url.url]
        host = hosts[0].split("/connect/")[0] if hosts else "https://api.stackone.com"
        return uri.replace(API_HOST_URI, host)

    def label(self) -> Iterator[Diagnostic]:
        """Compare what the type of authentication is called."""
        ours, theirs = self.claim.authentication.label, self.entry.label
        if ours and theirs and ours != theirs:
            message = f"Unexpected type label `{printable(ours, 100)}`, expected `{printable(theirs, 100)}`"
            note = Note.at("The connector calls it so", self.entry.place_of("label"))
            yield self.said(rules.CONNECTOR_LABEL, message, ours, note)

    def fields(self) -> Iterator[Diagnostic]:
        """Compare what the reader fills in with what the form asks for."""
        form = form_section(self.guide)
        known = self.entry.fields(*FIELDS)
        for credential in fields_to_fill_in(self.guide, form):
            if not credential.optional and not any(_same(field, credential) for field in known):
                message = f"Unexpected field `{printable(credential.label, 100)}`, expected {_listed(known)}"
                note = Note.at("The connector has no such field", self.entry.position)
                yield _at(rules.CONNECTOR_FIELD, message, self.guide, credential.position, note)
        for field in self.entry.fields(*_asked_of(self.guide.kind)):
            if field.required and not any(_same(field, credential) for credential in self.guide.credentials):
                message = f"Unexpected absence of the field `{printable(field.label, 100)}`, expected a step about it"
                note = Note.at("The connector requires it", field.position)
                yield _at(rules.CONNECTOR_FIELD, message, self.guide, form.position if form else None, note)

    def scopes(self) -> Iterator[Diagnostic]:
        """Compare the scopes, where both sides name some."""
        named = scopes_of(self.guide, placed_parts(self.guide))
        ours, theirs = dict.fromkeys(scope.name for scope in named), self.entry.scopes
        if not ours or not theirs:
            return
        for scope in ours:
            if scope not in theirs:
                message = (
                    f"Unexpected scope `{printable(scope, 100)}`, expected one that the connector requests"
                )
                note = Note.at("The connector requests others", self.entry.position)
                yield self.said(rules.CONNECTOR_SCOPE, message, scope, note)
        for scope, node in theirs.items():
            if scope not in ours:
                message = f"Unexpected absence of the scope `{printable(scope, 100)}`, expected a step that grants it"
                position = self.entry.source.span(node.start_mark.index, node.end_mark.index)
                note = Note.at("The connector requests it", position)
                yield _at(rules.CONNECTOR_SCOPE, message, self.guide, None, note)

    def said(self, rule: Rule, message: str, words: str, note: Note) -> Diagnostic:
        """Report at the place where the guide's own file says `words`."""
        place = self.find(words)
        if place is None:
            return _at(rule, message, self.guide, None, note)
        return Diagnostic.at(rule, message, place, notes=(note,))

    def find(self, words: str) -> Position | None:
        """Give the first place of `words` in the part about the connector, else in the whole file."""
        if self.source is None:
            return None
        form = form_section(self.guide)
        own = form and form.position.path is None
        first = form.position.start.offset if form and own else 0
        for start in (first, 0):
            found = self.source.text.find(words, start)
            if found >= 0:
                return self.source.span(found, found + len(words))
        return None


def _asked_of(kind: GuideKind) -> tuple[str, ...]:
    """Give the lists of fields that the readers of a kind of guide have before them."""
    return {GuideKind.CONNECTOR_PROFILE: FIELDS[:1], GuideKind.ACCOUNT_LINK: FIELDS[1:]}.get(kind, FIELDS)


def _same(field: Field, credential: Credential) -> bool:
    return field.key == camel_case(credential.key) or snake_case(field.label) == snake_case(credential.label)


def _listed(fields: list[Field]) -> str:
    if not fields:
        return "none: the connector asks for nothing"
    labels = [f"`{printable(field.label, 60)}`" for field in fields[:LISTED]]
    return "one of " + ", ".join(labels) + (" and others" if len(fields) > LISTED else "")


def _at(
    rule: Rule,
    message: str,
    guide: Guide,
    place: Place | None,
    *notes: Note,
    suggestion: str | None = None,
) -> Diagnostic:
    """Report at a place of the typed guide, or on its file as a whole."""
    if place is None:
        found = Diagnostic.in_file(rule, message, guide.source.path)
        return Diagnostic(rule, rule.severity, message, found.path, found.start, found.end, notes)
    start, end = (Point(p.line, p.column, p.offset) for p in (place.start, place.end))
    path = place.path or guide.source.path
    return Diagnostic(rule, rule.severity, message, path, start, end, notes, suggestion)
