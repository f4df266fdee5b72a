"""Rules about guides that are data: typed guides, and drafts written by hand."""

from guidec.diagnostics.rule import Rule, Severity

DATA_SYNTAX = Rule(
    id="data-syntax",
    severity=Severity.ERROR,
    summary="A data file is no JSON or YAML, or more of it than a guide can be.",
    why=(
        "`guidec render` reads a typed guide or a draft from one JSON value or one YAML mapping. Tags, repeated keys "
        "and values that hold themselves are no part of either. In YAML a text that starts with a backtick, "
        "a quotation mark, `*`, `&`, `{` or `[`, or that holds `: `, must stand between quotation marks."
    ),
)

DATA_MODEL = Rule(
    id="data-model",
    severity=Severity.ERROR,
    summary="A data file does not hold what the schema of a typed guide or of a draft says.",
    why=(
        "The message names the value by its JSON Pointer (RFC 6901). `guidec schema guide` and `guidec schema draft` "
        "print the schemas; an editor that knows them tells while you type."
    ),
    reference="RFC 6901",
)

DRAFT_UNSAID = Rule(
    id="draft-unsaid",
    severity=Severity.WARNING,
    summary="A draft names something that the guide made of it does not say.",
    why=(
        "A reader is only told what stands in the guide. A redirect URL belongs where the reader fills in the form of "
        'the provider: `Redirect URL: "{redirect_url}"` among the `settings` of a step. Provider and way to '
        "authenticate are read from the title; without `title` guidec writes one that names both."
    ),
)
