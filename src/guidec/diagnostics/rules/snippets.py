"""Rules about what a guide takes in from other files."""

from guidec.diagnostics.rule import Rule, Severity

SNIPPET_NOT_FOUND = Rule(
    "snippet-not-found",
    Severity.ERROR,
    "An import or include names a file that cannot be read.",
    "The part of the guide that the file holds is missing from every output; its element stays as a component, with "
    "what stands between its tags. A path that starts with `/` is looked up from the docs root, any other from the "
    "folder of the file that imports it.",
    wrong='import Footer from "/snippets/foter.mdx"\n\n<Footer />',
    right='import Footer from "/snippets/footer.mdx"\n\n<Footer />',
)
SNIPPET_OUTSIDE_ROOT = Rule(
    "snippet-outside-root",
    Severity.ERROR,
    "An import or include leads out of the content root.",
    "A guide may come from a stranger's pull request, so nothing outside the content root is read, through a symbolic "
    "link either. Move the file into the root.",
    wrong='import Footer from "../footer.mdx"\n\n<Footer />',
    right='import Footer from "/snippets/footer.mdx"\n\n<Footer />',
)
SNIPPET_CYCLE = Rule(
    "snippet-cycle",
    Severity.ERROR,
    "A file includes itself, directly or through others.",
    "Expanding it would never end. Take the import out of the file that closes the circle.",
)
SNIPPET_LIMIT = Rule(
    "snippet-limit",
    Severity.ERROR,
    "Included files bring more nodes than the limit allows.",
    "Files that include files that include files grow exponentially. The limit, 100 000 nodes a guide, can be raised "
    "in the configuration.",
)
EXPANSION_LIMIT = Rule(
    "expansion-limit",
    Severity.ERROR,
    "References, names and included files bring more text than the limit allows.",
    "A long text that is named a thousand times is a thousand long texts. The limit, 4 000 000 characters a guide, "
    "can be raised in the configuration; beyond it a reference is its own text, a name stays as it is written, and a "
    "file is left out.",
)
SNIPPET_SYNTAX = Rule(
    "snippet-syntax",
    Severity.ERROR,
    "An included file is not valid MDX.",
    "Its content stays out of the guide until the file is mended; the note names the first place.",
)
UNRESOLVED_EXPRESSION = Rule(
    "unresolved-expression",
    Severity.WARNING,
    "A JavaScript expression stays as source text.",
    "guidec never runs JavaScript. It knows literals, names bound by `export const` to literals, and the props of a "
    "snippet; everything else reaches the reader as it was written.",
    wrong="Your plan: {plan.toUpperCase()}",
    right='export const plan = "PRO"\n\nYour plan: {plan}',
)
