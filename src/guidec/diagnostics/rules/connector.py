"""Rules about guides beside the connector files that they feed."""

from __future__ import annotations

from guidec.diagnostics.rule import Rule, Severity

CONNECTOR_FILE = Rule(
    "connector-file",
    Severity.ERROR,
    "A connector file is not one YAML mapping with an `authentication` list.",
    "Nothing can be compared with it or merged into it. The place is that of the first thing that is not understood.",
    by_target=True,
)

CONNECTOR_MISSING = Rule(
    "connector-missing",
    Severity.WARNING,
    "No connector file fits a guide.",
    "A connector belongs to a guide when both name the same redirect URL; where that finds none, when the connector's "
    "title is the guide's provider and both authenticate in the same way. Its key is never looked at.",
    by_target=True,
)

CONNECTOR_REDIRECT_URL = Rule(
    "connector-redirect-url",
    Severity.ERROR,
    "The redirect URL of a guide is another than that of its connector.",
    "The provider sends users only to the URL that is registered, compared character by character, so whoever follows "
    "the guide ends at an error page.",
    wrong="App redirect URL: `https://api.stackone.com/connect/oauth2/smart-sheet/callback`",
    right="App redirect URL: `https://api.stackone.com/connect/oauth2/smartsheet/callback`",
    reference="RFC 9700, section 2.1",
    by_target=True,
)

CONNECTOR_LABEL = Rule(
    "connector-label",
    Severity.ERROR,
    "A guide calls the type of authentication otherwise than its connector does.",
    "The reader looks for those words in a list, and they are not there.",
    wrong="Select **Type** as **OAuth**",
    right="Select **Type** as **OAuth 2.0**",
    by_target=True,
)

CONNECTOR_FIELD = Rule(
    "connector-field",
    Severity.ERROR,
    "A field is required by a guide or by its connector, and unknown to the other.",
    "Either the reader looks for a field that the form does not have, or stands before one that no step explains. "
    "Fields are the same when their key or their label is.",
    by_target=True,
)

CONNECTOR_SCOPE = Rule(
    "connector-scope",
    Severity.WARNING,
    "A scope is named by a guide or by its connector, and not by the other.",
    "What is requested but was not granted is refused by the provider; what is granted but never requested is a risk "
    "for nothing. Connectors and guides that name no scopes at all are not compared.",
    reference="RFC 6749, section 3.3",
    by_target=True,
)

CONNECTOR_TWICE = Rule(
    "connector-twice",
    Severity.ERROR,
    "Two guides of one kind belong to the same connector.",
    "A connector file has one place for a guide about the setup and one for a guide about linking accounts. The first "
    "guide by path is merged; leave the other out of the build, or name another redirect URL in it.",
    by_target=True,
)

CONNECTOR_SHARED = Rule(
    "connector-shared",
    Severity.ERROR,
    "A guide cannot be merged into a connector file without changing something else in it.",
    "The value there has an anchor or is an alias, so it stands for several values at once: write out each of them. Or "
    "its key stands there twice, and programs differ about which one counts.",
    wrong="support: *support",
    right="support:\n  link: https://docs.example.com/box",
    reference="YAML 1.2.2, section 3.2.2.2",
    by_target=True,
)
