"""Puts guides into the connector files that they belong to: their parts are replaced, everything else stays.

What is merged is what `connector/ID.yaml` says. The files themselves are never written: each result is an output.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ruamel.yaml.nodes import MappingNode, SequenceNode

from guidec.config.names import CONNECTOR_FOLDER
from guidec.connector_files.connector import read_entries
from guidec.connector_files.find import Claim, read_connectors
from guidec.connector_files.yaml_edit import UnsafeEditError, YamlEdit
from guidec.diagnostics import Diagnostic
from guidec.diagnostics.rules.connector import CONNECTOR_SHARED, CONNECTOR_TWICE
from guidec.diagnostics.rules.outputs import OUTPUT_INVALID
from guidec.source import Source
from guidec.targets.connector_model import OAuth2Authorization
from guidec.targets.names import snake_case
from guidec.yaml_nodes import place, text_at, value_at

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ruamel.yaml.nodes import Node

    from guidec.connector_files.find import Connectors
    from guidec.connector_files.yaml_lines import Value
    from guidec.targets.connector_model import Authentication, ConnectorField


@dataclass(frozen=True, slots=True)
class Merging:
    """A guide that is to be merged."""

    path: str
    """The guide's path, for diagnostics."""
    provider: str | None
    authentication: Authentication
    """What `connector/ID.yaml` says."""

    @property
    def claim(self) -> Claim:
        """What decides to which connectors the guide belongs."""
        authorization = self.authentication.authorization
        uris: set[str] = set()
        if isinstance(authorization, OAuth2Authorization) and authorization.authorization_params.redirect_uri:
            uris.add(authorization.authorization_params.redirect_uri)
        return Claim(self.provider, frozenset(uris), self.authentication)

    @property
    def kind(self) -> str:
        """Under which key the guide stands: `setup` or `config`."""
        return "setup" if self.authentication.support.guides.setup else "config"


@dataclass(slots=True)
class Merged:
    """Connector files with guides merged into them, and what is wrong with them."""

    files: dict[str, str] = field(default_factory=dict)
    """The files that a guide belongs to, by path below the output folder."""
    diagnostics: list[Diagnostic] = field(default_factory=list)


def merge(root: Path, guides: Iterable[Merging]) -> Merged:
    """Merge `guides` into the connector file at `root`, or into those below that folder."""
    connectors, problems = read_connectors(root)
    merged = Merged(diagnostics=problems)
    folder = root if root.is_dir() else root.parent
    for source, slots in _slots(connectors, guides, merged).items():
        text = _merged(source, slots)
        if isinstance(text, Diagnostic):
            merged.diagnostics.append(text)
        else:
            merged.files[
                f"{CONNECTOR_FOLDER}/{Path(source.path).relative_to(folder.resolve()).as_posix()}"
            ] = text
    return merged


Slots = dict[tuple[str, int], Merging]
"""Guides by kind and number of the entry: the way in which they are merged, so that the setup has the last word."""


def _slots(connectors: Connectors, guides: Iterable[Merging], merged: Merged) -> dict[Source, Slots]:
    """Give each connector file the guides that belong to it."""
    by_source: defaultdict[Source, Slots] = defaultdict(dict)
    for guide in guides:
        claim = guide.claim
        for entry in connectors.matching(claim):
            if entry.redirect_uri and claim.redirect_uris and entry.redirect_uri not in claim.redirect_uris:
                continue  # one of the two is wrong; `check --against` shows both
            first = by_source[entry.source].setdefault((guide.kind, entry.index), guide)
            if first is not guide:
                message = (
                    f"Unexpected second guide for the connector of `{first.path}`, expected one of a kind"
                )
                merged.diagnostics.append(Diagnostic.in_file(CONNECTOR_TWICE, message, guide.path))
    return by_source


def _merged(source: Source, slots: Slots) -> str | Diagnostic:
    """Give the text of a connector file with its guides, each checked by reading it back."""
    for (_, index), guide in sorted(slots.items(), key=lambda slot: slot[0]):
        try:
            text = _edited(source, index, guide.authentication)
            edited = Source(text or "", source.path)
            same = _edited(edited, index, guide.authentication) == text
        except UnsafeEditError as error:
            message = f"Unexpected {error}, expected a value that stands for itself"
            return Diagnostic.at(CONNECTOR_SHARED, message, place(source, error.key))
        if not same:
            message = f"Unexpected form of this file, expected one that `{guide.path}` can be merged into"
            return Diagnostic.in_file(OUTPUT_INVALID, message, source.path)
        source = edited
    return source.text


def _edited(source: Source, index: int, authentication: Authentication) -> str | None:
    """Put one guide into an entry; None where the file cannot be read."""
    entries = read_entries(source)
    if isinstance(entries, Diagnostic):
        return None
    edit, entry = YamlEdit(source), entries[index]
    values: dict[str, Value] = {"label": authentication.label} if authentication.label else {}
    values["support"] = _support(authentication)
    fields = {"setupFields": authentication.setup_fields, "configFields": authentication.config_fields}
    for name, wanted in fields.items():
        node = value_at(entry.node, name)
        if isinstance(node, SequenceNode) and node.value:
            _edit_fields(edit, node, wanted or [])
        elif wanted:
            values[name] = [one.model_dump(by_alias=True) for one in wanted]
    edit.mapping(entry.node, values)
    return edit.result()


def _support(authentication: Authentication) -> dict[str, Value]:
    """Give the guide and what is said about it; the other kind of guide, and what the guide does not say, stay."""
    support: dict[str, Value] = authentication.support.model_dump(by_alias=True)
    guides = authentication.support.guides.model_dump(by_alias=True)
    known = {name: value for name, value in support.items() if value is not None}
    return {**known, "guides": {name: value for name, value in guides.items() if value is not None}}


def _edit_fields(edit: YamlEdit, node: SequenceNode, wanted: list[ConnectorField]) -> None:
    """Change the fields that a list has already and add the others; whatever else they hold is not the guide's."""
    for one in wanted:
        known = next((item for item in node.value if _is_field(item, one)), None)
        if isinstance(known, MappingNode):
            edit.mapping(known, {"label": one.label, "required": one.required})
        else:
            edit.append(node, one.model_dump(by_alias=True))


def _is_field(item: Node, field: ConnectorField) -> bool:
    label = snake_case(text_at(item, "label") or "")
    return text_at(item, "key") == field.key or label == snake_case(field.label)
