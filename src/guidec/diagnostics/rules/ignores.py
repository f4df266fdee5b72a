"""Rules about the comments that silence other rules."""

from guidec.diagnostics.rule import Rule, Severity

UNUSED_IGNORE = Rule(
    "unused-ignore",
    Severity.WARNING,
    "A comment silences a rule that finds nothing there.",
    "What it was written for is mended, or it stands at the wrong place: it holds for the next block, or for the "
    "paragraph that it stands in. Left there, it would hide the next mistake. Take it out. For a whole file write "
    "`ignore-file[rule]`.",
    wrong="{/* guidec: ignore[image-alt] decoration */}\n\n![The form of a new app](app.png)",
    right="{/* guidec: ignore[image-alt] decoration */}\n\n![](line.png)",
)
UNKNOWN_RULE = Rule(
    "unknown-rule",
    Severity.WARNING,
    "A comment would silence a rule that does not exist.",
    "It is usually a misspelt one, and has no effect. `guidec explain` lists all rules.",
    wrong="{/* guidec: ignore[img-alt] decoration */}\n\n![](line.png)",
    right="{/* guidec: ignore[image-alt] decoration */}\n\n![](line.png)",
)
IGNORE_WITHOUT_REASON = Rule(
    "ignore-without-reason",
    Severity.INFO,
    "A comment silences a rule and does not say why.",
    "Whoever reads it next cannot tell whether it is still needed. Write the reason behind the bracket.",
    wrong="{/* guidec: ignore[image-alt] */}\n\n![](line.png)",
    right="{/* guidec: ignore[image-alt] decoration */}\n\n![](line.png)",
)
