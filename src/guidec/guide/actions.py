"""The actions that a reader can choose from, as the scope selector carries them."""

from __future__ import annotations

import html
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NoReturn

from guidec.diagnostics import Diagnostic
from guidec.diagnostics.rules import actions as rules
from guidec.guide import hidden
from guidec.guide.json_places import JsonPlaces, json_places
from guidec.guide.models import Action
from guidec.guide.step_drafts import split_scopes
from guidec.source import without_controls

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import JsonValue

    from guidec.diagnostics import Rule
    from guidec.guide.element import Element
    from guidec.source import Position

ATTRIBUTE = "data-guide-actions-json"
KEYS = frozenset({"id", "label", "scopes"})
LONGEST = 1_000_000
"""Characters of JSON that are read."""


@dataclass(slots=True)
class ActionsRead:
    """The actions of a guide, where they stand, and what is wrong with the JSON that says them."""

    actions: dict[str, Action] = field(default_factory=dict)
    """By id."""
    scopes: dict[tuple[str, str], Position] = field(default_factory=dict)
    """The place of each scope, by the action's id and the scope."""
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def report(self, rule: Rule, message: str, place: Position) -> None:
        """Report `rule` at a place."""
        self.diagnostics.append(Diagnostic.at(rule, message, place))


def read_actions(elements: Iterable[Element]) -> ActionsRead:
    """Read the actions of a guide, which some of its `elements` carry."""
    read = ActionsRead()
    for element in elements:
        if ATTRIBUTE not in element.attributes:
            continue
        assert element.position is not None
        places = json_places(element.position, ATTRIBUTE)
        items = _parse(element.attributes[ATTRIBUTE], places, read)
        read.diagnostics += hidden.escaped(hidden.strings(items), places.whole)
        for number, item in enumerate(items):
            action = _action(item, places.item(number), read)
            if action is None:
                continue
            if action.id in read.actions:
                message = f"Unexpected second action `{action.id[:60]}`, expected each id once"
                read.report(rules.ACTION_DUPLICATE, message, places.item(number))
                continue
            read.actions[action.id] = action
            strings = places.strings(number, "scopes")
            for scope in action.scopes:
                read.scopes[action.id, scope] = strings.get(scope, places.item(number))
    return read


def _parse(value: JsonValue, places: JsonPlaces, read: ActionsRead) -> list[JsonValue]:
    """Give the items of the list that an attribute holds."""
    if isinstance(value, str):
        value = _load(value, places, read)
    if value is None:
        return []
    if not isinstance(value, list):
        message = f"Unexpected {_kind(value)} as actions, expected a list"
        read.report(rules.ACTIONS_SCHEMA, message, places.whole)
        return []
    return value


def _load(text: str, places: JsonPlaces, read: ActionsRead) -> JsonValue:
    if not text.strip():
        return None
    if "&quot;" in text:
        text = html.unescape(text)
    if len(text) > LONGEST:
        message = f"Unexpected {len(text)} characters of JSON, expected at most {LONGEST}"
        read.report(rules.ACTIONS_JSON, message, places.whole)
        return None
    message, place = "Unexpected nesting in JSON, expected a list of actions", places.whole
    try:
        value: JsonValue = json.loads(text, parse_constant=_no_constant, object_pairs_hook=_object)
    except json.JSONDecodeError as error:
        message = f"Unexpected text at character {error.pos + 1} of JSON, expected a list of actions"
        place = places.character(error.pos)
    except ValueError as error:
        found = error if isinstance(error, _WrongValueError) else "number"
        message = f"Unexpected {found} in JSON, expected a list of actions"
    except RecursionError:
        pass
    else:
        return value
    read.report(rules.ACTIONS_JSON, message, place)
    return None


class _WrongValueError(ValueError):
    """Carries what no JSON may hold, and Python would read."""


def _no_constant(name: str) -> NoReturn:
    raise _WrongValueError(f"`{name}`")


def _object(pairs: list[tuple[str, JsonValue]]) -> dict[str, JsonValue]:
    values: dict[str, JsonValue] = {}
    for key, value in pairs:
        if key in values:
            raise _WrongValueError(f"second `{key[:40]}`")
        values[key] = value
    return values


def _action(item: JsonValue, place: Position, read: ActionsRead) -> Action | None:
    if not isinstance(item, dict):
        read.report(rules.ACTIONS_SCHEMA, f"Unexpected {_kind(item)} in actions, expected an object", place)
        return None
    name, label, scopes = item.get("id"), item.get("label"), item.get("scopes")
    wrong = [key for key in item if key not in KEYS]
    if not isinstance(name, str) or not name.strip():
        wrong.append("id")
    if label is not None and not isinstance(label, str):
        wrong.append("label")
    known = _scopes(scopes)
    if scopes is not None and (not isinstance(scopes, list) or len(known) < len(scopes)):
        wrong.append("scopes")
    if wrong:
        shown = ", ".join(f"`{key[:40]}`" for key in wrong[:5])
        message = f"Unexpected {shown} in an action, expected `id`, `label` and a list `scopes`"
        read.report(rules.ACTIONS_SCHEMA, message, place)
    if not isinstance(name, str) or not name.strip():
        return None
    said = label if isinstance(label, str) and label.strip() else None
    if said is None and (isinstance(label, str) or "label" not in item):
        message = f"Unexpected absence of `label` in action `{name[:60]}`, expected what readers call it"
        read.report(rules.ACTION_WITHOUT_LABEL, message, place)
    scopes_once = list(dict.fromkeys(map(without_controls, known)))
    return Action(id=without_controls(name), label=without_controls(said or name), scopes=scopes_once)


def _scopes(value: JsonValue) -> list[str]:
    """Give the scopes that can be read, those in one string among them."""
    if isinstance(value, str):
        return list(split_scopes(value))
    items = value if isinstance(value, list) else []
    return [item for item in items if isinstance(item, str) and item.strip()]


def _kind(value: JsonValue) -> str:
    if isinstance(value, bool):
        return "a boolean"
    names = {dict: "an object", list: "a list", str: "a string", int: "a number", float: "a number"}
    return names.get(type(value), "null")
