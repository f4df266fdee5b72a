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
    by_target=True,
)

TEMPLATE_ERROR = Rule(
    id="template-error",
    severity=Severity.ERROR,
    summary="The template of a project's own target fails.",
    why=(
        "A mistake in the template, such as its syntax or a field that does not exist, is reported at its line. "
        "What depends on the guide is reported on the guide, with template and line: often it lacks something that the "
        "template takes for granted, and an attribute of something that is null is an error. Ask first, with "
        "`{% if guide.provider %}`."
    ),
    wrong="{{ guide.provider.key }}",
    right='{{ guide.provider.key if guide.provider else "none" }}',
    by_target=True,
)

OUTPUT_PATH = Rule(
    id="output-path",
    severity=Severity.ERROR,
    summary="A guide lacks what the path of a target's output names.",
    why="Without it the file has no place. Take the field out of `path`, or leave the guide out of the build.",
    wrong='path = "deploy/{provider}/{id}.yaml"',
    right='path = "deploy/{id}.yaml"',
    by_target=True,
)

FAILED_OUTPUT = frozenset([OUTPUT_INVALID, TEMPLATE_ERROR, OUTPUT_PATH])
"""What keeps an output from being written."""
