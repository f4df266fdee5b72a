"""Rules about revisions of git."""

from __future__ import annotations

from guidec.diagnostics.rule import Rule, Severity

NOT_IN_REVISION = Rule(
    "not-in-revision",
    Severity.ERROR,
    "A file or folder does not exist at a revision of git.",
    "It was added later, removed before, or has another path there: `git log --follow -- PATH` tells. Paths in "
    "`REVISION:path` are relative to the top of the repository, those in `REVISION:./path` to the current folder.",
)
