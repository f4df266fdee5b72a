"""Rules about how the blocks of an MDX document fit together."""

from __future__ import annotations

from guidec.diagnostics.rule import Rule, Severity

MISMATCHED_TAG = Rule(
    id="mdx-mismatched-tag",
    severity=Severity.ERROR,
    summary="A JSX tag is closed by another one, or not closed where it was opened.",
    why=(
        "Every opening tag needs a closing tag of the same name, in the same paragraph, list item or block quote. "
        "Close the tag, or write `<Name />`."
    ),
    wrong="<Step>\nOpen the console.\n</Steps>",
    right="<Step>\nOpen the console.\n</Step>",
    reference="https://mdxjs.com/docs/what-is-mdx/#jsx",
)
STRAY_CLOSING_TAG = Rule(
    id="mdx-stray-closing-tag",
    severity=Severity.ERROR,
    summary="A closing JSX tag stands where no tag is open.",
    why="A closing tag ends an element that an opening tag of the same name has started. Remove it, or add that tag.",
    wrong="Open the console.\n\n</Step>",
    right="<Step>\nOpen the console.\n</Step>",
    reference="https://mdxjs.com/docs/what-is-mdx/#jsx",
)
LAZY_LINE = Rule(
    id="mdx-lazy-line",
    severity=Severity.ERROR,
    summary="A tag or expression goes on with a line that lacks the prefix of its container.",
    why="In a block quote each line of a tag or expression starts with `>`, in a list each line is indented.",
    wrong="> {1 +\n1}",
    right="> {1 +\n> 1}",
    reference="https://mdxjs.com/docs/what-is-mdx/#interleaving",
)
NESTING_LIMIT = Rule(
    id="nesting-limit",
    severity=Severity.ERROR,
    summary="Blocks or elements stand more than 200 levels deep in each other.",
    why="Such a document is hardly meant, and reading it would cost more than it is worth. Nest less deeply.",
)
SIZE_LIMIT = Rule(
    id="size-limit",
    severity=Severity.ERROR,
    summary="A file is made of more pieces than the limit allows.",
    why=(
        "Each word in bold, each item and each tag costs time and memory in every output. The limit, 300 000 pieces of "
        "markup and text, is far above what people write; raise `pieces` under `[limits]` in the configuration, or "
        "split the file."
    ),
)
