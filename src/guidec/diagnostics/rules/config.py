"""Rules about a configuration that somebody has filled in, and about its environment file."""

from __future__ import annotations

from guidec.diagnostics.rule import Rule, Severity

CONFIG_SCHEMA = Rule(
    "config-schema",
    Severity.ERROR,
    "The JSON Schema of a configuration is missing or unreadable.",
    "guidec writes it beside the template, and the first line of the file names it. "
    "Keep both together, or let that line point to where the schema is.",
    right="# yaml-language-server: $schema=./smartsheet.schema.json",
)

CONFIG_SYNTAX = Rule(
    "config-syntax",
    Severity.ERROR,
    "A configuration is not one YAML mapping.",
    "Put values into double quotes: then nothing in them has a meaning to YAML.",
    wrong="client_secret: @abc",
    right='client_secret: "${SMARTSHEET_CLIENT_SECRET}"',
    reference="YAML 1.2.2",
)

CONFIG_DUPLICATE_KEY = Rule(
    "config-duplicate-key",
    Severity.ERROR,
    "A key stands twice in one mapping.",
    "Some programs would read the first value, some the last.",
    wrong='client_id: "a"\nclient_id: "b"',
    right='client_id: "b"',
    reference="YAML 1.2.2, section 3.2.1.3",
)

CONFIG_UNKNOWN_KEY = Rule(
    "config-unknown-key",
    Severity.ERROR,
    "A configuration has a key that the guide does not know.",
    "It is usually a misspelt one, and would have no effect.",
    wrong='clientid: "${SMARTSHEET_CLIENT_ID}"',
    right='client_id: "${SMARTSHEET_CLIENT_ID}"',
)

CONFIG_MISSING = Rule(
    "config-missing",
    Severity.ERROR,
    "A required key is missing.",
    "The comment beside the value in the template says where the guide explains it.",
)

CONFIG_EMPTY = Rule(
    "config-empty",
    Severity.ERROR,
    "A required value is empty, or the variable behind its placeholder is.",
    "Fill in the value, or the variable in the environment or in the file given to `--env-file`.",
    wrong='client_id: ""',
    right='client_id: "${SMARTSHEET_CLIENT_ID}"',
)

CONFIG_PLACEHOLDER = Rule(
    "config-placeholder",
    Severity.ERROR,
    "A value is still a placeholder.",
    "Either no variable of that name is set, or somebody forgot to replace the words of a template.",
    wrong='client_id: "your-client-id"',
    right='client_id: "${SMARTSHEET_CLIENT_ID}"',
)

CONFIG_SECRET = Rule(
    "config-secret",
    Severity.WARNING,
    "A secret stands in the file itself.",
    "A configuration is shared, and kept under version control. Leave the placeholder, and put the secret into the "
    "environment or into the file given to `--env-file`.",
    wrong='client_secret: "the secret itself"',
    right='client_secret: "${SMARTSHEET_CLIENT_SECRET}"',
)

CONFIG_REDIRECT_URL = Rule(
    "config-redirect-url",
    Severity.ERROR,
    "The redirect URL is another than the guide's.",
    "The provider sends users only to the URL that is registered, compared character by character.",
    reference="RFC 9700, section 2.1",
)

CONFIG_VALUE = Rule(
    "config-value",
    Severity.ERROR,
    "A value is another than the only possible ones.",
    "Values such as the provider's key say which guide the configuration belongs to; leave them as they are.",
)

CONFIG_TYPE = Rule(
    "config-type",
    Severity.ERROR,
    "A value has the wrong type.",
    "Numbers, booleans and dates without quotes are no strings, and lose leading zeros, spelling and more.",
    wrong="client_id: 0123",
    right='client_id: "0123"',
    reference="YAML 1.2.2, section 10.3.2",
)

CONFIG_UNKNOWN_SCOPE = Rule(
    "config-unknown-scope",
    Severity.ERROR,
    "A scope is none of those that the guide names.",
    "A provider refuses a request for a scope that it does not know. Scopes are case-sensitive.",
    reference="RFC 6749, section 3.3",
)

CONFIG_UNKNOWN_ACTION = Rule(
    "config-unknown-action",
    Severity.ERROR,
    "An action is none of those that the guide offers.",
    "It would not be enabled. The template lists the actions with the scopes that they need.",
)

CONFIG_INSECURE_URL = Rule(
    "config-insecure-url",
    Severity.ERROR,
    "A URL begins with http.",
    "What is sent there, secrets included, can be read on the way. The own machine (loopback) is excepted.",
    wrong='instance_url: "http://acme.example"',
    right='instance_url: "https://acme.example"',
    reference="RFC 9700, section 2.6",
)

ENV_SYNTAX = Rule(
    "env-syntax",
    Severity.ERROR,
    "A line of an environment file is not an assignment.",
    "Write `NAME='value'`, one a line. Nothing in the file is expanded or run.",
    wrong="SMARTSHEET_CLIENT_ID = $(pass smartsheet)",
    right="SMARTSHEET_CLIENT_ID='...'",
)
