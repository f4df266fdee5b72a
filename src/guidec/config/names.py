"""Names that a configuration may use, as plain text.

Reading the configuration is part of every run, also of one where nothing changed, so it must not import models
only to know what they are called. The tests hold these names against the tables themselves.
"""

from __future__ import annotations

ADMONITION_KINDS = ("note", "tip", "info", "success", "warning", "danger")
CONCEPTS = (
    "section",
    "steps",
    "step",
    "step-body",
    "admonition",
    "tabs",
    "tab",
    "accordion",
    "frame",
    "image",
    "layout",
    "link",
    "field",
    "include",
    "actions",
    "known",
    "title",
    "tab-title",
    "code",
    "heading",
    "phrase",
)
DIALECTS = (
    "stackone",
    "mintlify",
    "starlight",
    "docusaurus",
    "fumadocs",
    "nextra",
    "clerk",
    "github",
    "plain",
)
FORMATS = ("yaml", "json", "toml", "env", "html", "text")
DATA_FORMATS = FORMATS[:4]
"""The formats that hold data, which a schema or model can be held against."""
PATH_FIELDS = ("id", "kind", "provider", "auth")
CONNECTOR_FOLDER = "connector-files"
"""Below the output folder: connector files with guides merged into them, by the path that they have in theirs."""
