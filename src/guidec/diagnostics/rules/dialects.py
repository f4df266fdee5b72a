"""Rules about guides that move from one documentation system to another."""

from guidec.diagnostics.rule import Rule, Severity

DIALECT_LACKS = Rule(
    id="dialect-lacks",
    severity=Severity.WARNING,
    summary="A guide says something that the dialect it is written in has no form for.",
    why=(
        "Documentation systems differ in what they can say: plain Markdown has no tabs, and a step in a numbered list "
        "has no title of its own. `guidec render --to mdx --dialect NAME` writes such a thing in the nearest way and "
        "keeps every word, but whoever reads the page again no longer finds the tabs or the titles. Look at the place, "
        "and say it in another way if it matters."
    ),
)

DIALECT_NEAREST = Rule(
    id="dialect-nearest",
    severity=Severity.INFO,
    summary="A guide says something that the dialect it is written in says a little differently.",
    why=(
        "Some systems have six kinds of callouts, some have four, and some show no title above them. What "
        "`guidec render --to mdx --dialect NAME` writes instead is the nearest that there is. Nothing but the colour "
        "or the place of some words changes for a reader."
    ),
)
