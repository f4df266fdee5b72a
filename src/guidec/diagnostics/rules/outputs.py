"""Rules about what targets write."""

from guidec.diagnostics.rule import Rule, Severity

OUTPUT_INVALID = Rule(
    id="output-invalid",
    severity=Severity.ERROR,
    summary="A rendered output, read back, does not hold what its schema promises.",
    why=(
        "Every output is parsed again and checked against its model before it is written. Where that fails, "
        "the file is left as it was and the guide is named. A guide that causes this is worth a bug report: "
        "it is guidec that is wrong, or the template of a target of your own."
    ),
)
