from __future__ import annotations

import pytest

from guidec.targets.yaml_subset import YamlSubsetError, load


def test_reads_what_templates_write() -> None:
    document = (
        "# a comment\n"
        'name: "A: b"\n'
        "\n"
        "flags:\n"
        "  - key: one\n"
        "    # another\n"
        "    on: true\n"
        "    off: false\n"
        "  - - nested\n"
        '    - "list"\n'
        "text: |-\n"
        "  first\n"
        "\n"
        "    # not a comment\n"
        "empty: []\n"
        "none: {}\n"
    )
    assert load(document) == {
        "name": "A: b",
        "flags": [{"key": "one", "on": True, "off": False}, ["nested", "list"]],
        "text": "first\n\n  # not a comment",
        "empty": [],
        "none": {},
    }


@pytest.mark.parametrize(
    "document",
    [
        "",
        "# only a comment\n",
        "a:\n",
        "a: 1\n",
        "a: b c\n",
        "a: 'single'\n",
        "a: &x b\n",
        "a: *x\n",
        "a: !t b\n",
        "a: {b: c}\n",
        'a: "open\n',
        'a: "x" # comment\n',
        "a: b\na: c\n",
        "a: b\n  c: d\n",
        "a:\n    b: c\n  d: e\n",
        "a: |-\nb: c\n",
        "a: b\n---\nc: d\n",
        "a: b\n- c\n",
        "\ta: b\n",
    ],
)
def test_refuses_everything_else(document: str) -> None:
    with pytest.raises(YamlSubsetError, match=r"^line \d+"):
        load(document)
