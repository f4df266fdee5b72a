"""What a connector file says about authentication, each value with its place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from guidec.diagnostics import Diagnostic
from guidec.diagnostics.rules.connector import CONNECTOR_FILE
from guidec.targets.connector import redirect_uri_of
from guidec.yaml_nodes import compose, entries, items, place, text_at, value_at

if TYPE_CHECKING:
    from guidec.source import Position, Source

SIZE_LIMIT = 1 << 20
DEPTH_LIMIT = 60
TYPES = ("oauth2", "custom")
GUIDES = ("setup", "config")
FIELDS = ("setupFields", "configFields")


@dataclass(frozen=True)
class Field:
    """A value that the connector's form asks for."""

    key: str
    label: str
    required: bool
    position: Position


@dataclass(frozen=True)
class Entry:
    """One way to authenticate in a connector file: an item of its `authentication` list."""

    source: Source
    index: int
    """Its number among the entries of the file, from 0."""
    title: str | None
    """What the file calls the provider: `info.title`."""
    type: str
    """`oauth2` or `custom`."""
    key: ScalarNode
    """Where the entry starts."""
    node: MappingNode
    """What stands below its type."""

    @property
    def position(self) -> Position:
        """Where the entry starts."""
        return place(self.source, self.key)

    @property
    def label(self) -> str | None:
        """What the connector calls this way to authenticate."""
        return text_at(self.node, "label")

    @property
    def grant_type(self) -> str | None:
        """The grant, where the file names one; without it, it is the authorization code."""
        return text_at(self.node, "grantType")

    @property
    def redirect_uri(self) -> str | None:
        """Where the provider sends users back to, with StackOne's own host as `${apiHostUri}`."""
        uri = text_at(self.node, "authorization", "authorizationParams", "redirect_uri")
        return None if uri is None else redirect_uri_of(uri)

    @cached_property
    def scopes(self) -> dict[str, Node]:
        """The scopes that it requests or that its embedded guides are about, with their places."""
        params = value_at(self.node, "authorization", "authorizationParams")
        named = [value_at(params, "scope"), value_at(params, "scopes")]
        for name in GUIDES:
            for section in items(value_at(self.node, "support", "guides", name, "sections")):
                named += [value_at(part, "scopes") for part in (section, *items(value_at(section, "steps")))]
        found = chain.from_iterable(_words(node) for node in named if node is not None)
        return dict(reversed([*found]))

    def fields(self, *names: str) -> list[Field]:
        """Give the fields of the lists with these names, `setupFields` or `configFields`."""
        nodes = [node for name in names for node in items(value_at(self.node, name))]
        return [
            Field(
                key=key,
                label=text_at(node, "label") or key,
                required=(text_at(node, "required") or "").lower() == "true",
                position=place(self.source, node),
            )
            for node in nodes
            if (key := text_at(node, "key"))
        ]

    def place_of(self, *path: str) -> Position:
        """Give the place of a value, or of the entry where there is none."""
        node = value_at(self.node, *path)
        return self.position if node is None else place(self.source, node)


def read_entries(source: Source) -> list[Entry] | Diagnostic:
    """Read the ways to authenticate of a connector file."""
    root = compose(source, CONNECTOR_FILE, "a connector file", size=SIZE_LIMIT, depth=DEPTH_LIMIT)
    if isinstance(root, Diagnostic):
        return root
    authentication = value_at(root, "authentication")
    if not isinstance(authentication, SequenceNode):
        message = "Unexpected absence of an `authentication` list, expected a connector file"
        start = root.start_mark.index
        return Diagnostic.at(CONNECTOR_FILE, message, source.span(start, start))
    title = text_at(root, "info", "title")
    found = [
        (key, node)
        for item in authentication.value
        for key, node in entries(item)
        if key.value in TYPES and isinstance(node, MappingNode)
    ]
    return [Entry(source, index, title, key.value, key, node) for index, (key, node) in enumerate(found)]


def _words(node: Node) -> list[tuple[str, Node]]:
    """Give the scopes of a string or list; an expression such as `$.credentials.scopes` names none."""
    scalars = [one for one in (items(node) or [node]) if isinstance(one, ScalarNode)]
    words = ((word, one) for one in scalars for word in one.value.replace(",", " ").split())
    return [(word, one) for word, one in words if "$" not in one.value and "{{" not in one.value]
