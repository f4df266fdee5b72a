"""What guidec promises for any bytes: each function takes an input, and fails where a promise is broken.

Fuzzing, the properties under `tests/properties/` and the inputs that were once found all call these.
"""

from __future__ import annotations

import json
from functools import cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from guidec.changes.folder import diff_of
from guidec.changes.guide import compare_guides
from guidec.changes.report import Version
from guidec.changes.shown.markdown import to_markdown
from guidec.changes.shown.text import to_text
from guidec.config import Settings
from guidec.data_file import read_data
from guidec.diagnostics import Diagnostic
from guidec.diagnostics.rules.outputs import FAILED_OUTPUT
from guidec.files import Files, decode
from guidec.guide.compile import Compiled, compile_guide
from guidec.guide.frontmatter import read_frontmatter
from guidec.guide.models import Guide
from guidec.loader import Loader
from guidec.mdx.nodes import Node, Parent, Yaml
from guidec.mdx.parse import parse_markdown, parse_mdx
from guidec.mdx.tag import Tag, scan_tag
from guidec.mdx.unist import from_dict, to_dict
from guidec.model_fit import fit
from guidec.pipeline import run
from guidec.source import Source
from guidec.targets import TARGETS
from guidec.validate.nodes import compose, validate_config
from guidec.validate.schema import Schema

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

SETTINGS = Settings()
LONGEST_MESSAGE = 2000
"""Characters; a message may quote its guide, but not hand it out again."""
CONFIGURED = """---
title: Acme OAuth 2.0 connector profile
---

## Create the app

Set the redirect URL to `https://api.example.com/connect/oauth2/acme/callback`, and copy the **Client ID** and the
**Client Secret**.
"""


class Memory:
    """Files that stand nowhere but in memory."""

    docs_folder = "."

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = files

    def read_bytes(self, path: str) -> bytes | Diagnostic:
        """Give the bytes of a file."""
        from guidec.diagnostics.rules.files import UNREADABLE_FILE

        return self.files.get(path) or Diagnostic.in_file(UNREADABLE_FILE, "Unexpected absence", path)

    def entries(self, folder: str) -> list[tuple[str, bool]]:
        """Give the names of all files: there is one folder."""
        return [(name, False) for name in self.files] if folder in ("", ".") else []

    def is_file(self, path: str) -> bool:
        """Tell whether there is such a file."""
        return path in self.files

    def locate(self, specifier: str, importer: str) -> str:
        """Give the path that a real folder would."""
        return Files(Path("/no-such-folder")).locate(specifier, importer)


def parser(data: bytes) -> None:
    """Any text has a tree in which everything stands inside its parent, and that survives JSON."""
    source = _source(data, "guide.mdx")
    if source is None:
        return
    for root in (parse_mdx(source), parse_markdown(source)):
        _check_diagnostics(root.diagnostics, {"guide.mdx": source.text})
        for node in _walk(root):
            assert (
                node.position is None
                or 0 <= node.position.start_offset <= node.position.end_offset <= len(source.text)
            ), node
        written = to_dict(root)
        assert to_dict(from_dict(json.loads(json.dumps(written)), source)) == written


def frontmatter(data: bytes) -> None:
    """Any YAML at the top is read or reported, and so is all of its guide."""
    source = _source(data, "guide.mdx")
    if source is None:
        return
    text = f"---\n{source.text}\n---\n\n# Guide\n"
    for node in parse_mdx(Source(text, "guide.mdx")).children[:1]:
        if isinstance(node, Yaml):
            _check_diagnostics(read_frontmatter(node).diagnostics, {"guide.mdx": text})
    _compiled(text)


def tags(data: bytes) -> None:
    """Any tag that is scanned ends where its `>` stands; another problem lies inside the text."""
    source = _source(data, "guide.mdx")
    if source is None:
        return
    text = f"<{source.text}"
    found = scan_tag(text, 0)
    if isinstance(found, Tag):
        assert text[found.end - 1] == ">"
        assert all(found.start < part.start <= part.end < found.end for part in found.attributes)
    elif found:
        assert 0 <= found.offset <= found.end <= len(text) + 1


def snippets(data: bytes) -> None:
    """Whatever includes whatever, the guide is compiled or refused; NUL parts the files."""
    names = ("guide.mdx", "a.mdx", "b.mdx")
    files = dict(zip(names, data.split(b"\0", len(names) - 1), strict=False))
    head = b'import A from "./a.mdx"\nimport {b as B} from "./b.mdx"\n\n'
    files = {name: head + text for name, text in files.items()}
    loader = Loader(Memory(files))
    source = loader.open_guide("guide.mdx")
    if not isinstance(source, Diagnostic):
        texts = {name: text.decode(errors="ignore") for name, text in files.items()}
        _check_compiled(compile_guide(source, SETTINGS, loader), texts)


def outputs(data: bytes) -> None:
    """Every output of any guide can be read back: none fails the check that each goes through; two runs are one."""
    source = _source(data, "guide.mdx")
    if source is None:
        return
    first, second = (run(source, SETTINGS, Loader(Memory({})), [*TARGETS.values()]) for _ in range(2))
    assert not [found for found in first.diagnostics if found.rule in FAILED_OUTPUT]
    assert first == second
    for text in first.files.values():
        text.encode()


def validate(data: bytes) -> None:
    """Any filled-in configuration is held against its guide, and nothing of what it holds is repeated."""
    source = _source(data, "config.yaml")
    if source is None:
        return
    root = compose(source)
    found = (root,) if isinstance(root, Diagnostic) else validate_config(source, root, _schema(), {})
    _check_diagnostics(found, {"config.yaml": source.text})


def data_files(data: bytes) -> None:
    """Any JSON and YAML is a guide, a draft, or reported."""
    for name in ("guide.json", "guide.yaml", "draft.json", "draft.yaml"):
        source = _source(data, name)
        if source is None:
            return
        if name.startswith("draft"):
            _check_compiled(compile_guide(source, SETTINGS, Loader(Memory({}))), {name: source.text})
            continue
        read = read_data(source)
        guide = (read,) if isinstance(read, Diagnostic) else fit(read, Guide)
        if isinstance(guide, tuple):
            _check_diagnostics(guide, {name: source.text})


def actions(data: bytes) -> None:
    """Whatever stands in the JSON of a guide's actions, all outputs can be read back."""
    carried = escape(data.decode(errors="replace")).translate({ord(end): " " for end in "\r\n"})
    outputs(f'# A\n\n<div data-guides-scope-selector data-guide-actions-json="{carried}"></div>'.encode())


def diff(data: bytes) -> None:
    """Any two guides can be compared, and a guide with itself is the same."""
    old, new = (_compiled(part.decode(errors="ignore")) for part in (*data.split(b"\0", 1), b"# A")[:2])
    if old is None or new is None:
        return
    assert not compare_guides(Version(old), Version(old))
    found = diff_of("old", "new", compare_guides(Version(old), Version(new)))
    for text in (to_text(found), to_markdown(found), found.model_dump_json()):
        text.encode()


PROMISES: dict[str, Callable[[bytes], None]] = {
    "parser": parser,
    "frontmatter": frontmatter,
    "tags": tags,
    "snippets": snippets,
    "outputs": outputs,
    "validate": validate,
    "data-files": data_files,
    "actions": actions,
    "diff": diff,
}


def _source(data: bytes, path: str) -> Source | None:
    decoded = decode(data, path)
    if not isinstance(decoded, Diagnostic):
        return decoded
    _check_diagnostics([decoded], {path: data.decode(errors="replace")})
    return None


def _compiled(text: str) -> Guide | None:
    found = compile_guide(Source(text, "guide.mdx"), SETTINGS, Loader(Memory({})))
    _check_compiled(found, {"guide.mdx": text})
    return found.guide


def _check_compiled(found: Compiled, texts: Mapping[str, str]) -> None:
    _check_diagnostics(found.diagnostics, texts)
    assert found.guide or any(one.severity == "error" for one in found.diagnostics), "silence"
    if found.guide:
        assert Guide.model_validate_json(found.guide.model_dump_json()) == found.guide


def _check_diagnostics(found: Iterable[Diagnostic], texts: Mapping[str, str]) -> None:
    for one in found:
        assert len(one.message) <= LONGEST_MESSAGE, one.rule.id
        length = len(texts[one.path])
        assert 0 <= one.start.offset <= one.end.offset <= length, one
        assert one.start.line >= 1 <= one.start.column, one


def _walk(root: Node) -> Iterator[Node]:
    pending: list[Node] = [root]
    while pending:
        node = pending.pop()
        yield node
        if isinstance(node, Parent):
            pending.extend(node.children)


@cache
def _schema() -> Schema:
    rendered = run(Source(CONFIGURED, "acme.mdx"), SETTINGS, Loader(Memory({})), [TARGETS["config"]])
    [text] = [text for path, text in rendered.files.items() if path.endswith(".schema.json")]
    return Schema.model_validate_json(text)
