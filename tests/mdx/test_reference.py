"""The parser beside the reference (remark-parse with remark-mdx, remark-gfm and remark-frontmatter).

Documents are made up; how many, `GUIDEC_EXAMPLES` says:

    GUIDEC_EXAMPLES=100000 pytest tests/mdx/test_reference.py
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from markdown_it.utils import read_fixture_file

from guidec.diagnostics import Severity
from guidec.mdx.parse import parse_mdx
from guidec.mdx.unist import to_dict
from mdx.documents import documents
from mdx.reference_parser import NoReferenceError, ReferenceParser, Tree, comparable, difference, install

pytestmark = [pytest.mark.node, pytest.mark.filterwarnings("ignore:Generating overly large repr")]
EXAMPLES = int(os.environ.get("GUIDEC_EXAMPLES", "300"))
FIXTURES = [
    pytest.param(text, id=f"{path.parent.name}/{path.stem}: {title}")
    for path in sorted(Path(__file__).parent.glob("fixtures/*/*.md"))
    if path.parent.name != "tag"
    for _, title, text, _ in read_fixture_file(path)
]


@pytest.fixture(scope="session")
def reference(pytestconfig: pytest.Config) -> ReferenceParser:
    """The reference parser, installed once into pytest's cache."""
    if pytestconfig.cache is None:
        pytest.skip("pytest has no cache to install the reference parser in")
    try:
        script = install(Path(pytestconfig.cache.mkdir("reference")))
    except NoReferenceError as error:
        pytest.skip(str(error))
    parser = ReferenceParser(script)
    yield parser
    parser.close()


def parsed(text: str) -> Tree | None:
    """Give our tree of a document, or None where we reject it."""
    root = parse_mdx(text)
    if any(diagnostic.severity is Severity.ERROR for diagnostic in root.diagnostics):
        return None
    tree = to_dict(root)
    tree.pop("diagnostics", None)
    return comparable(tree, [])


def check(text: str, reference: ReferenceParser) -> None:
    """Hold one document against the reference: accepted or not, the tree, the place of each node."""
    ours, theirs = parsed(text), reference.parse(text)
    assert (ours is None) == (theirs is None), "rejected" if ours is None else "accepted"
    assert difference(ours, theirs) is None


@settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck), print_blob=False)
@given(text=documents())
def test_documents_are_read_as_by_the_reference(text: str, reference: ReferenceParser) -> None:
    check(text, reference)


@pytest.mark.parametrize("text", FIXTURES)
def test_fixtures_are_what_the_reference_says(text: str, reference: ReferenceParser) -> None:
    check(text, reference)
