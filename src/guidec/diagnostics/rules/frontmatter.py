"""Rules about the YAML at the top of a guide."""

from guidec.diagnostics.rule import Rule, Severity

FRONTMATTER_YAML = Rule(
    "frontmatter-yaml",
    Severity.ERROR,
    "The frontmatter is not valid YAML.",
    "Title and description stand in the frontmatter, so they are missing from every output. Values with a colon or a "
    "quotation mark in them want quotes.",
    wrong="---\ntitle: Asana: OAuth\n---\n\nPress **Save**.",
    right='---\ntitle: "Asana: OAuth"\n---\n\nPress **Save**.',
    reference="YAML 1.2.2",
)
FRONTMATTER_TAG = Rule(
    "frontmatter-tag",
    Severity.ERROR,
    "The frontmatter uses a YAML tag.",
    "A tag asks the reader of the YAML to build an object, which guidec never does. Write the plain value.",
    wrong="---\ntitle: !!python/name:os.system\n---\n\nPress **Save**.",
    right="---\ntitle: System\n---\n\nPress **Save**.",
)
FRONTMATTER_DUPLICATE_KEY = Rule(
    "frontmatter-duplicate-key",
    Severity.ERROR,
    "A key stands twice in the frontmatter.",
    "Readers of YAML disagree about which of the two counts. Take one of them out.",
    wrong="---\ntitle: Asana\ntitle: Asana OAuth\n---\n\nPress **Save**.",
    right="---\ntitle: Asana OAuth\n---\n\nPress **Save**.",
)
FRONTMATTER_MAPPING = Rule(
    "frontmatter-mapping",
    Severity.ERROR,
    "The frontmatter is not a mapping of keys to values.",
    "It must hold lines such as `title: ClickUp`.",
    wrong="---\nClickUp\n---",
    right="---\ntitle: ClickUp\n---",
)
FRONTMATTER_UNCLOSED = Rule(
    "frontmatter-unclosed",
    Severity.WARNING,
    "The file starts like frontmatter, but no line of three hyphens ends it.",
    "The lines become part of the guide's text, and it has no title.",
    wrong="---\ntitle: ClickUp\n\n## First",
    right="---\ntitle: ClickUp\n---\n\n## First",
)
FRONTMATTER_LIMIT = Rule(
    "frontmatter-limit",
    Severity.ERROR,
    "The frontmatter holds more values than the limit allows.",
    "The limit is 10 000 values, those that aliases repeat included; it can be raised in the configuration.",
)
TITLE_TYPE = Rule(
    "title-type",
    Severity.ERROR,
    "The title or description in the frontmatter is not text.",
    "A number, a truth value, a list or nothing at all is no text. Put it into quotes.",
    wrong="---\ntitle: [ClickUp]\n---\n\nPress **Save**.",
    right='---\ntitle: "ClickUp"\n---\n\nPress **Save**.',
)
TITLE_QUOTES = Rule(
    "title-quotes",
    Severity.WARNING,
    "The title or description in the frontmatter is text to some readers of YAML only.",
    "YAML 1.1, which many documentation systems read, takes `2024-01-01` for a date, `12:30` for a number and `no` for "
    "a truth value; YAML 1.2, which guidec reads, takes them for text. Put it into quotes.",
    wrong="---\ntitle: 2024-01-01\n---\n\nPress **Save**.",
    right='---\ntitle: "2024-01-01"\n---\n\nPress **Save**.',
    reference="YAML 1.1, timestamp, int and bool",
)
