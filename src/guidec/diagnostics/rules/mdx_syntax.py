"""Rules about the MDX syntax itself: tags, expressions, ESM."""

from __future__ import annotations

from guidec.diagnostics.rule import Rule, Severity

JSX_TAG = Rule(
    id="mdx-jsx-tag",
    severity=Severity.ERROR,
    summary="A JSX tag is malformed.",
    why="In MDX `<` starts a JSX tag unless white space follows. Mend the tag, or write `\\<` for the character.",
    wrong="Choose a value <5.",
    right="Choose a value \\<5.",
    reference="https://mdxjs.com/docs/what-is-mdx/#jsx",
)
HTML_COMMENT = Rule(
    id="mdx-html-comment",
    severity=Severity.ERROR,
    summary="An HTML comment or declaration stands in MDX.",
    why="MDX has no HTML. A comment is an expression that holds a JavaScript comment: `{/* text */}`.",
    wrong="<!-- Ask the admins first. -->",
    right="{/* Ask the admins first. */}",
    reference="https://mdxjs.com/docs/what-is-mdx/#markdown",
)
AUTOLINK = Rule(
    id="mdx-autolink",
    severity=Severity.ERROR,
    summary="A URL or e-mail address stands in angle brackets.",
    why="In MDX `<` starts a JSX tag, so there are no autolinks. Write `[text](url)`, or the bare URL.",
    wrong="See <https://example.com/docs>.",
    right="See [the documentation](https://example.com/docs).",
    reference="https://mdxjs.com/docs/what-is-mdx/#markdown",
)
ATTRIBUTE_VALUE = Rule(
    id="mdx-attribute-value",
    severity=Severity.ERROR,
    summary="The value of a JSX attribute is neither quoted nor in braces.",
    why='JSX knows no unquoted values: write `name="value"` or `name={expression}`.',
    wrong="<Card cols=2 />",
    right='<Card cols="2" />',
    reference="https://facebook.github.io/jsx/#prod-JSXAttributeInitializer",
)
CLOSING_TAG_CONTENT = Rule(
    id="mdx-closing-tag-content",
    severity=Severity.ERROR,
    summary="A closing tag has attributes or closes itself.",
    why="A closing tag holds a name and nothing else.",
    wrong='<Card>text</Card title="x">',
    right='<Card title="x">text</Card>',
    reference="https://facebook.github.io/jsx/#prod-JSXClosingElement",
)
EXPRESSION = Rule(
    id="mdx-expression",
    severity=Severity.ERROR,
    summary="An expression in braces is not JavaScript.",
    why="In MDX `{` starts a JavaScript expression. Mend it, or write `\\{` for the character itself.",
    wrong="The placeholder {client id} is yours.",
    right="The placeholder \\{client id} is yours.",
    reference="https://mdxjs.com/docs/what-is-mdx/#expressions",
)
UNCLOSED_EXPRESSION = Rule(
    id="mdx-unclosed-expression",
    severity=Severity.ERROR,
    summary="An expression has no closing brace.",
    why="In MDX `{` starts a JavaScript expression, which `}` ends. Close it, or write `\\{` for the character itself.",
    wrong="Type {name",
    right="Type \\{name",
    reference="https://mdxjs.com/docs/what-is-mdx/#expressions",
)
EMPTY_EXPRESSION = Rule(
    id="mdx-empty-expression",
    severity=Severity.ERROR,
    summary="Braces in a tag hold nothing, or only a comment.",
    why="An attribute's value and a spread need an expression; comments in a tag are not supported.",
    wrong="<Card cols={} />",
    right="<Card cols={2} />",
    reference="https://facebook.github.io/jsx/#prod-JSXAttributeInitializer",
)
SPREAD = Rule(
    id="mdx-spread",
    severity=Severity.ERROR,
    summary="Braces among the attributes of a tag hold something else than one spread.",
    why="Among attributes only `{...object}` may stand in braces, one spread in each pair.",
    wrong="<Card {title} />",
    right="<Card title={title} />",
    reference="https://facebook.github.io/jsx/#prod-JSXSpreadAttribute",
)
ESM = Rule(
    id="mdx-esm",
    severity=Severity.ERROR,
    summary="A block that starts with `import` or `export` is not JavaScript.",
    why=(
        "In MDX a block whose first line starts with `import ` or `export ` holds import and export declarations only. "
        "Mend it, separate it by blank lines from what follows, or start the sentence with another word."
    ),
    wrong="import the certificate before you go on.",
    right="Import the certificate before you go on.",
    reference="https://mdxjs.com/docs/what-is-mdx/#esm",
)
