"""Each vector in each field of a guide, as text and as markup, through the whole pipeline into every output."""

from __future__ import annotations

import json
import re
import subprocess
from functools import cache
from html import escape
from pathlib import Path

import pytest
import yaml
from inert import check
from served import Open
from vectors import VECTORS

from guidec.config import Settings
from guidec.diagnostics.rules.outputs import FAILED_OUTPUT
from guidec.files import Files
from guidec.loader import Loader
from guidec.mdx import parse_mdx
from guidec.mdx.nodes import Parent
from guidec.pipeline import Outcome, run
from guidec.source import Source
from guidec.targets import TARGETS
from guidec.targets.catalogue import catalogue_entry
from guidec.targets.html.index import render_index
from guidec.targets.target import Options

AS_TEXT = """---
title: {yaml}
description: {yaml}
---

{{/* the vector as an author would write it who means text */}}

<Warning title="{attribute}">{text}</Warning>

## {text}

Set the redirect URL to `{code}`, then copy the **{text}**:

1. **{text}**: {text}

   - {text}
   - **{text}**: `{code}`

   | {cell} | Value |
   |---|---|
   | {cell} | `{code}` |

   [{text}]({url}) ![{text}]({url})

   <Tabs><Tab title="{attribute}">{text}</Tab></Tabs>

   <Accordion title="{attribute}">{text}</Accordion>

   <Card title="{attribute}" href="{attribute}" onClick="{attribute}">{text}</Card>

   <Frame caption="{attribute}"><img src="{attribute}" alt="{attribute}" /></Frame>

2. Go on.[^1]

[^1]: {text}

~~~~~js {attribute}
{lines}
~~~~~

<div data-guides-scope-selector data-guide-actions-json="{actions}"></div>
"""
AS_MARKUP = """# {0}

## {0}

- {0}

{0}

1. {0}

<Note title="x">

{0}

</Note>
"""
MADE = {"MdxjsEsm", "MdxFlowExpression", "MdxTextExpression"}


def references(text: str) -> str:
    """Write each character as a reference: it is text wherever references are read."""
    return "".join(f"&#x{ord(character):x};" for character in text)


def as_text(vector: str) -> str:
    flat = re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+", " ", vector).strip()
    actions = json.dumps([{"id": vector, "label": vector, "scopes": [vector]}])
    return AS_TEXT.format(
        yaml=json.dumps(f"{vector} OAuth 2.0 connector profile"),
        text=references(flat),
        cell=references(flat),
        attribute=references(flat),
        url=f"<{re.sub('[<>]', '', references(flat))}>",
        code=flat.replace("`", "'").replace("|", "!"),
        lines="\n   ".join(vector.splitlines()),
        actions=escape(actions).replace("\n", "&#10;"),
    )


DOCUMENTS = [
    ("guide.mdx", as_text),
    ("guide.mdx", AS_MARKUP.format),
    ("guide.md", AS_MARKUP.format),
    ("guide.html", "<h1>A</h1><h2>B</h2><ol><li>{0}</li></ol>{0}<p title='{0}'>{0}</p>".format),
]


def compiled(path: str, text: str) -> Outcome:
    """Take a text through all stages and all targets."""
    return run(
        Source(text, path), Settings(), Loader(Files(Path("no-such-folder"))), [*TARGETS.values()], Options()
    )


@cache
def innocent() -> str:
    return compiled("guide.mdx", "# A\n\n## B\n\n1. c\n").files["html/guide.html"]


def number_of_vectors() -> int:
    return len(set(VECTORS))


def test_there_are_many_vectors_and_each_is_one_of_its_own() -> None:
    assert number_of_vectors() == len(VECTORS) > 100


@pytest.mark.parametrize("number", range(len(DOCUMENTS)), ids=["as text", "as MDX", "as Markdown", "as HTML"])
@pytest.mark.parametrize("vector", VECTORS)
def test_no_vector_gets_further_than_text(vector: str, number: int) -> None:
    path, document = DOCUMENTS[number]
    outcome = compiled(path, document(vector))
    assert not [found for found in outcome.diagnostics if found.rule in FAILED_OUTPUT]
    if outcome.guide is None:  # as MDX, most markup of this kind is none
        assert document is not as_text
        assert any(found.severity == "error" for found in outcome.diagnostics)
        return
    check(outcome.files["html/guide.html"], innocent())
    check("".join(render_index([catalogue_entry(outcome.guide)] * 2)), innocent_index())
    for name, text in outcome.files.items():
        read_back(name, text)


@cache
def innocent_index() -> str:
    guide = compiled("guide.mdx", "# A\n\n## B\n\n1. c\n").guide
    assert guide
    return "".join(render_index([catalogue_entry(guide)] * 2))


def read_back(name: str, text: str) -> None:
    """Read an output as whoever uses it would."""
    assert not re.search(r"[\x00-\x08\x0e-\x1f\x7f]", text), name
    if name.endswith(("json", "jsonld")):
        json.loads(text)
    elif name.endswith(".yaml"):
        assert len([*yaml.safe_load_all(text)]) == 1
    elif name.endswith(".env"):
        assert all(re.fullmatch(r"(#.*|[A-Z_][A-Z0-9_]*=.*|)", line) for line in text.split("\n"))


@pytest.mark.parametrize("vector", VECTORS)
def test_text_stays_the_same_text(vector: str) -> None:
    """The title, an attribute, code and the parts of an action come out as they went in."""
    outcome = compiled("guide.mdx", as_text(vector))
    assert outcome.guide
    shown = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", "\ufffd", vector)
    title = " ".join(f"{shown} OAuth 2.0 connector profile".split())
    assert " ".join(json.loads(outcome.files["json/guide.json"])["title"].split()) == title
    [again] = [text for name, text in outcome.files.items() if name.startswith("mdx/")]
    root = parse_mdx(again)
    assert not [found for found in root.diagnostics if found.severity == "error"]
    assert not MADE & {type(node).__name__ for node in walk(root)}


def walk(node):
    yield node
    if isinstance(node, Parent):
        for child in node.children:
            yield from walk(child)


def test_a_shell_that_reads_all_of_it_runs_nothing(tmp_path: Path) -> None:
    script = []
    for number, vector in enumerate(VECTORS):
        files = compiled("guide.mdx", as_text(vector)).files
        for name, text in files.items():
            if name.endswith(".env"):
                (tmp_path / f"{number}.env").write_text(text, encoding="utf-8")
                script.append(f". ./{number}.env")
    assert script
    result = subprocess.run(["sh", "-c", "\n".join(script)], cwd=tmp_path, capture_output=True, check=False)

    assert (result.returncode, result.stdout, result.stderr) == (0, b"", b"")
    assert not (tmp_path / "pwned").exists()


def all_in_one(path: str) -> str:
    """Give a document of this kind with all vectors in it."""
    if path == "guide.mdx":
        parts = [as_text(vector).split("---\n", 2)[2] for vector in VECTORS]
        return "\n\n".join(
            ["# All vectors", *(part.replace("[^1]", f"[^{n}]") for n, part in enumerate(parts))]
        )
    document = dict(DOCUMENTS[2:])[path]
    return "\n\n".join(document(vector) for vector in VECTORS)


@pytest.mark.browser
@pytest.mark.parametrize("path", ["guide.mdx", "guide.md", "guide.html"])
def test_a_browser_runs_nothing_asks_for_nothing_and_stops_nothing(
    tmp_path: Path, open_page: Open, path: str
) -> None:
    outcome = compiled(path, all_in_one(path))
    assert outcome.guide
    for name, text in (
        ("guide", outcome.files["html/guide.html"]),
        ("index", "".join(render_index([catalogue_entry(outcome.guide)]))),
    ):
        file = tmp_path / f"{name}.html"
        file.write_text(text, encoding="utf-8")
        stopped = (
            "window.stopped = []; window.alert = () => window.stopped.push('ran');"
            "addEventListener('securitypolicyviolation', event => window.stopped.push(event.violatedDirective))"
        )
        requests: list[str] = []
        page = open_page("about:blank", script=stopped)
        page.on("request", lambda request: requests.append(request.url))  # noqa: B023 - read in this turn
        page.on("dialog", lambda dialog: requests.append(dialog.message))  # noqa: B023
        page.goto(file.as_uri())
        for event in ("mouseover", "focus", "click"):
            page.evaluate(
                "event => document.querySelectorAll('main *:not(a):not(button)').forEach("
                "tag => tag.dispatchEvent(new Event(event, {bubbles: false})))",
                event,
            )
        assert page.evaluate("window.stopped") == []
        assert requests == [file.as_uri()]
