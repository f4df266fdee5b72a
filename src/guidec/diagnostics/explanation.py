"""A rule explained: the text of `guidec explain` and of the page of all rules."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.diagnostics.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidec.diagnostics.rule import Rule

LONGEST_LINE = 400
PAGE_HEAD = """\
# Rules

What guidec finds in guides, in configurations and in its own way. This page is made by `guidec explain --markdown`;
each text is also what `guidec explain RULE` says.

An **error** makes the exit code 1. A **warning** is most likely a mistake, an **info** worth a look. Each rule can be
given another severity, or be turned off, in the configuration, for some files or for all; and it is silenced in place
by a comment in front of what it is about (see [Silence a rule](how-to/silence.md)):

```mdx
{/* guidec: ignore[image-alt] a line between two parts */}

![](line.svg)
```

An error that leaves a guide without outputs cannot be silenced.
"""


def explanation(rule: Rule, level: int = 1) -> str:
    """Explain a rule in Markdown, under a heading of `level`."""
    parts = [f"{'#' * level} {rule.id}", f"**{rule.severity}**: {rule.summary}", rule.why]
    parts += [
        f"{title}:\n\n{_fenced(text)}"
        for title, text in (("Wrong", rule.wrong), ("Right", rule.right))
        if text
    ]
    if rule.reference:
        parts.append(f"See {rule.reference}.")
    return "\n\n".join(parts)


def rules_page(rules: Iterable[Rule]) -> str:
    """Give the page that explains all rules."""
    rules = list(rules)
    listed = "\n".join(f"| [{rule.id}](#{rule.id}) | {rule.severity} | {rule.summary} |" for rule in rules)
    table = f"| rule | severity | finds |\n|---|---|---|\n{listed}"
    return "\n\n".join([PAGE_HEAD.rstrip(), table, *(explanation(rule, 2) for rule in rules)]) + "\n"


def _fenced(text: str) -> str:
    """Show an example as it is, invisible characters as escapes."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(longest + 1, 3)
    lines = (printable(line, LONGEST_LINE) for line in text.split("\n"))
    return "\n".join([fence, *lines, fence])
