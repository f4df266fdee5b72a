"""Rules about the actions that a guide lets its reader choose, and the scopes that they need."""

from __future__ import annotations

from guidec.diagnostics.rule import Rule, Severity

_PANEL = "<Panel data-guides-scope-selector\n  data-guide-actions-json='{}'></Panel>"
_LIST_FILES = _PANEL.format('[{"id": "list", "label": "List files", "scopes": ["read"]}]')
_GRANT = (
    '\n\n<section data-guide-section data-guide-scopes="{}">\n<h2>Grant</h2>\n\nTick **Read**.\n</section>'
)

ACTIONS_JSON = Rule(
    "actions-json",
    Severity.ERROR,
    "The actions of a scope selector are not valid JSON.",
    "Without them the checklist cannot show only what the chosen actions need. In double quotes the quotation marks of "
    "the JSON are written `&quot;`.",
    wrong=_PANEL.format("[{id: 1}]"),
    right=_LIST_FILES,
    reference="RFC 8259",
)
ACTIONS_SCHEMA = Rule(
    "actions-schema",
    Severity.ERROR,
    "An action does not have the form that is expected.",
    "Actions are a list of objects, each with the strings `id` and `label` and the list of strings `scopes`.",
    wrong=_PANEL.format('[{"id": 1, "label": "List files"}]'),
    right=_LIST_FILES,
)
ACTION_WITHOUT_LABEL = Rule(
    "action-without-label",
    Severity.WARNING,
    "An action has no label.",
    "Readers choose it by its id, which was made for programs. Give it the words that the product uses.",
    wrong=_PANEL.format('[{"id": "list", "scopes": ["read"]}]'),
    right=_LIST_FILES,
)
ACTION_DUPLICATE = Rule(
    "action-duplicate",
    Severity.ERROR,
    "Two actions have the same id.",
    "A choice is kept by id, so the second action could never be chosen. Give it an id of its own.",
    wrong=_PANEL.format('[{"id": "list", "label": "List"}, {"id": "list", "label": "Read"}]'),
    right=_PANEL.format('[{"id": "list", "label": "List"}, {"id": "read", "label": "Read"}]'),
)
ACTION_SCOPE_NOT_GRANTED = Rule(
    "action-scope-not-granted",
    Severity.WARNING,
    "An action needs a scope that no step grants.",
    "Who chooses the action follows every step and still lacks the scope. Add it to the step that grants scopes.",
    wrong=_LIST_FILES + _GRANT.format("write"),
    right=_LIST_FILES + _GRANT.format("read"),
)
UNUSED_SCOPE = Rule(
    "unused-scope",
    Severity.INFO,
    "A step or section is for a scope that no action needs.",
    "It is never shown once actions are chosen. Correct the scope, or add it to an action.",
    wrong=_LIST_FILES + _GRANT.format("read, write"),
    right=_LIST_FILES + _GRANT.format("read"),
)
UNKNOWN_ACTION = Rule(
    "unknown-action",
    Severity.ERROR,
    "No guide offers an action that `--actions` asks for.",
    "Every output lacks what the action needs, and looks as if that were right. The id is usually misspelt; guides "
    "list theirs under `actions` in `json/ID.json`.",
    wrong="guidec build --actions lst",
    right="guidec build --actions list",
)
