"""Rules about the actions that a guide lets its reader choose."""

from guidec.diagnostics.rule import Rule, Severity

ACTIONS_JSON = Rule(
    "actions-json",
    Severity.ERROR,
    "The actions of a scope selector are not valid JSON.",
    "Without them the checklist cannot show only what the chosen actions need. Quotation marks inside of the attribute "
    "are written `&quot;`.",
    wrong='data-guide-actions-json="[{id: 1}]"',
    right='data-guide-actions-json="[{&quot;id&quot;: &quot;list&quot;, &quot;label&quot;: &quot;List&quot;}]"',
    reference="RFC 8259",
)
ACTIONS_SCHEMA = Rule(
    "actions-schema",
    Severity.ERROR,
    "An action does not have the form that is expected.",
    "Actions are a list of objects, each with the strings `id` and `label` and the list of strings `scopes`.",
    wrong='[{"id": 1, "scopes": "read"}]',
    right='[{"id": "list", "label": "List", "scopes": ["read"]}]',
)
ACTION_DUPLICATE = Rule(
    "action-duplicate",
    Severity.ERROR,
    "Two actions have the same id.",
    "A choice is kept by id, so the second action could never be chosen. Give it an id of its own.",
)
