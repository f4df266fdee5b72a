"""Only links and images of a few schemes stand in the indexes; the others are reported, and kept where they were written."""

from __future__ import annotations

import pytest

import guidec

COVER = "---\ntitle: Acme\ndescription: About.\n---\n\n## Do\n\n"


def indexed(body: str) -> list[str]:
    guide = guidec.compile(COVER + body + "\n")
    return [link.url for link in guide.links] + [image.url for image in guide.images]


def reported(body: str) -> list[str]:
    text = COVER + body + "\n"
    found = guidec.check(text)
    return [text[d.start.offset : d.end.offset] for d in found if d.rule.id == "link-scheme"]


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("[a](javascript:alert(1))", "javascript:alert(1)"),
        ('<a href="vbscript:x">a</a>', "vbscript:x"),
        ("[a](<java\tscript:alert(1)>)", "java\tscript:alert(1)"),
        ('<a href=" javascript:alert(1)">a</a>', " javascript:alert(1)"),
        ("[a](data:text/html,x)", "data:text/html,x"),
        ('<Card title="A" href="file:///etc/hosts">a</Card>', "file:///etc/hosts"),
        ("![a](javascript:alert(1))", "javascript:alert(1)"),
        ("![a](data:image/svg+xml,x)", "data:image/svg+xml,x"),
        ('<img src="data:text/html,x" alt="a" />', "data:text/html,x"),
    ],
)
def test_should_leave_out_and_report_what_is_not_followed(body: str, place: str) -> None:
    assert indexed(body) == []
    assert reported(body) == [place]
    assert place.strip() in guidec.compile(COVER + body + "\n").model_dump_json().replace("\\t", "\t")


@pytest.mark.parametrize(
    ("body", "url"),
    [
        ("[a](https://acme.example)", "https://acme.example"),
        ("[a](mailto:help@acme.example)", "mailto:help@acme.example"),
        ("[a](tel:+15551234)", "tel:+15551234"),
        ("[a](/guides/a:b)", "/guides/a:b"),
        ("[a](#a:b)", "#a:b"),
        ("![a](data:image/png;base64,iVBORw0KGgo=)", "data:image/png;base64,iVBORw0KGgo="),
        ("![a](/a.png)", "/a.png"),
    ],
)
def test_should_keep_all_others(body: str, url: str) -> None:
    assert indexed(body) == [url]
    assert reported(body) == []
