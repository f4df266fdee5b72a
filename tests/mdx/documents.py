"""Strategies that write MDX from its grammar, good and broken."""

from __future__ import annotations

from hypothesis import strategies as st

Text = st.SearchStrategy[str]


def pieces(*choices: str) -> Text:
    return st.sampled_from(choices)


def joined(parts: Text, separator: str = "", *, most: int = 4, least: int = 1) -> Text:
    return st.lists(parts, min_size=least, max_size=most).map(separator.join)


def wrapped(template: str, content: Text) -> Text:
    return content.map(lambda inner: template.replace("%", inner))


# JavaScript

NAMES = pieces("a", "B", "c.d", "E:f", "g-h", "i", "")
VALUES = pieces(
    *(
        "a",
        "1",
        "'}'",
        '"b"',
        "`c`",
        "`${d}`",
        "{e: 1}",
        "[f, {}]",
        "g => h",
        "() => { return '}' }",
        "/}/",
        "i / j",
    ),
    *("/* } */ k", "l // }\n", "m.n(o)", "<p/>", "<q>{r}</q>", "`\n  s\n\tt`", "\nu\n  ", "v ? w : x"),
)
WRONG_VALUES = pieces(
    "a b", "1 +", "(", ")", "'", "`", "/* ", "// ", "if", "#", "{", "<a>", "let b", "c d e", "…", "...y", ""
)
EXPRESSIONS = wrapped("{%}", VALUES | pieces("/* a */", " ", "// a\n"))
MODULES = pieces(
    *("import A from 'b'", "import {c} from 'd'\nimport * as e from 'f'", "export const g = {\n  h: 1\n}"),
    *(
        "export const i = 1\n\n",
        "export default ({children}) => <div>{children}</div>",
        "export {j} from 'k'",
    ),
    *(
        "export const l = `\n\n`",
        "export function m() {\n\n  return 1\n}",
        "import 'n' // o",
        "export * from 'p'",
    ),
    *("important", "exported g", "import(h)", " import k from 'l'", "export let q\n\n= r"),
)
WRONG_MODULES = pieces(
    *("import a", "export b", "import A from 'b'\n# c", "export const c = ", "import d from e", "export {f}"),
    *(
        "export const i = 1\nimport j",
        "export const k = `\n\n",
        "import l from 'm'\nn",
        "export const o = 1; p",
    ),
)

# Tags

STRINGS = pieces('"a"', "'b'", '"c &amp; d"', "'e\n  f'", '""', '"<g>"', "'&copy;&#x1F600;'", '"h\ti"')
ATTRIBUTES = st.one_of(
    pieces(" a", " b:c", " {...d}", "{...e}", "\n  f", " g =\n'h'"),
    wrapped(" a=%", STRINGS),
    wrapped(" b={%}", VALUES),
)
WRONG_ATTRIBUTES = pieces(" a=b", " {c}", " d={}", " @e", " f='", " {", " /* g */", " h={i j}", " <", " 1")
OPENING = st.tuples(NAMES, joined(ATTRIBUTES, least=0, most=2)).map(
    lambda tag: f"<{tag[0]}{tag[1] if tag[0] else ''}"
)
TAGS = st.one_of(
    wrapped("%>", OPENING),
    wrapped("%/>", OPENING),
    wrapped("</%>", NAMES),
    pieces(
        "<",
        "<5",
        "< a",
        "<a",
        "<!-- b -->",
        "<https://c.d>",
        "<e@f.g>",
        "</h i>",
        "<j k=l>",
        "<m/ n>",
        "</o/>",
    ),
)


def element(content: Text, template: str = "<%>#</%>") -> Text:
    """An element around content; names agree."""
    return st.tuples(NAMES, joined(ATTRIBUTES, least=0, most=1), content).map(
        lambda parts: (
            template.replace("%>", f"{parts[0]}{parts[1] if parts[0] else ''}>", 1)
            .replace("%", parts[0])
            .replace("#", parts[2])
        )
    )


# Phrasing

WORDS = pieces(
    *(
        "a",
        "bc",
        "de fg",
        "h.",
        "é",
        "😀",
        "\\*",
        "\\{",
        "\\<",
        "&amp;",
        "&#x41;",
        "&x;",
        "*",
        "_",
        "~",
        "[",
        "]",
        "!",
    ),
    *(
        "i  \n",
        "j\\\n",
        "\n",
        " ",
        "www.k.lm",
        "https://n.op/q?r=s",
        "t@u.vw",
        "`",
        "``x`y``",
        "`{z}`",
        "`<a>`",
        "|",
    ),
    *(
        "[^a]",
        "[b]",
        "[b][]",
        "[c][b]",
        "![d]",
        "![e](f)",
        "[g](h 'i')",
        "[j](<k l>)",
        ":",
        "1.",
        "- ",
        "# ",
        "> ",
        "\t",
    ),
)
LEAVES = st.one_of(WORDS, WORDS, WORDS, EXPRESSIONS, wrapped("%/>", OPENING))
PHRASING = st.recursive(
    LEAVES,
    lambda content: st.one_of(
        *(wrapped(marks, joined(content)) for marks in ("*%*", "**%**", "_%_", "~~%~~", "[%](a)", "![%][b]")),
        element(joined(content)),
        joined(content),
    ),
    max_leaves=6,
)
LINE = PHRASING.map(lambda text: text.replace("\n", " "))

# Flow

FENCES = pieces(
    "```\na\n```", "~~~js {b} c=d\n<e>\n\n  f\n~~~", "````\n```\n````", "```g", "   ```\n   h\n  i\n ```"
)
LEAF_BLOCKS = st.one_of(
    joined(PHRASING),
    wrapped("# %", LINE),
    wrapped("%\n===", LINE),
    FENCES,
    pieces("---", "***", "[b]: /c 'd'", "[^a]: e\n\n    f", "[g]:\nh", "    i", "\t- j"),
    EXPRESSIONS,
    pieces("{/* a\n\n  b */}", "{`a\n\n\tb`}", "{a}{b}", "{a} <b/>"),
    MODULES,
    st.lists(LINE, min_size=2, max_size=3).map(
        lambda cells: f"| {' | '.join(cells)} |\n|{'-|' * len(cells)}\n{cells[0]} | x"
    ),
    wrapped("%/>", OPENING),
)


def prefixed(first: str, rest: str, content: Text) -> Text:
    return content.map(lambda text: first + text.replace("\n", "\n" + rest))


def _containers(content: Text) -> Text:
    blocks = joined(content, "\n\n", most=3) | joined(content, "\n", most=3)
    return st.one_of(
        *(
            prefixed(*marks, blocks)
            for marks in (("> ", "> "), (">", ">"), ("- ", "  "), ("1. ", "   "), ("- [x] ", "  "))
        ),
        *(prefixed(*marks, blocks) for marks in (("> ", ""), ("* ", " "), ("-\t", "\t"), ("[^a]: ", "    "))),
        prefixed("", "  ", blocks),
        element(blocks, "<%>\n#\n</%>"),
        element(blocks, "<%>\n\n#\n\n</%>"),
        element(prefixed("  ", "  ", blocks), "<%>\n#\n</%>"),
        blocks,
    )


BLOCKS = st.recursive(LEAF_BLOCKS, _containers, max_leaves=6)
GOOD = st.builds(
    lambda front, blocks, separator, end: front + separator.join(blocks) + end,
    pieces("", "", "", "---\na: b\n---\n\n", "\ufeff", "\n"),
    st.lists(BLOCKS | BLOCKS | MODULES, min_size=1, max_size=4),
    pieces("\n\n", "\n\n", "\n", "\n \n"),
    pieces("", "\n", "\n\n[b]: c\n\n[^a]: d\n"),
)
TOKENS = st.one_of(
    TAGS,
    WRONG_ATTRIBUTES,
    WRONG_VALUES,
    wrapped("\n\n%\n\n", MODULES | WRONG_MODULES),
    WORDS,
    pieces("{", "}", "<", ">", "/", "\n", "\n\n", "  ", "\t", "=", "'"),
)


def _edited(document: str, edits: list[tuple[float, int, str]]) -> str:
    for place, cut, token in edits:
        at = int(place * len(document))
        document = document[:at] + token + document[at + cut :]
    return document


EDITS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 3), TOKENS), min_size=1, max_size=3)
BROKEN = st.builds(_edited, GOOD, EDITS)
LINE_ENDINGS = pieces("\n", "\n", "\n", "\r\n", "\r")


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Whole documents, most of them valid, with any line ending."""
    document = draw(GOOD | GOOD | BROKEN | joined(TOKENS, most=8))
    return document.replace("\n", draw(LINE_ENDINGS))
