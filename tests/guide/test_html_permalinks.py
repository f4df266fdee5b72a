"""Links beside headings that only lead to them are no part of a guide."""

from __future__ import annotations

from pathlib import Path

import pytest

import guidec

SIGNS = ["#", "¶", "§", "", "\u200b", "<svg><path/></svg>"]


def read(tmp_path: Path, body: str, suffix: str = ".html") -> guidec.Guide:
    cover = "# T\n\n" if suffix == ".md" else "<h1>T</h1>"
    page = tmp_path / f"a{suffix}"
    page.write_text(f"{cover}{body}\n\n<p>Text.</p>\n", encoding="utf-8")
    return guidec.compile(page)


@pytest.mark.parametrize("suffix", [".html", ".md"])
@pytest.mark.parametrize("sign", SIGNS)
def test_should_leave_out_permalinks_in_headings(tmp_path: Path, sign: str, suffix: str) -> None:
    for heading in (f'App <a class="x" href="#app">{sign}</a>', f'<a href="#app">{sign}</a> App'):
        guide = read(tmp_path, f'<h2 id="app">{heading}</h2>', suffix)
        assert [section.title for section in guide.sections] == ["App"]
        assert guide.links == []


def test_should_leave_out_permalinks_behind_headings(tmp_path: Path) -> None:
    link = '<a href="#app"><span>Link to this section</span></a>'
    guide = read(tmp_path, f'<div><h2 id="app">App</h2>\n{link}</div>')
    assert [block.type for block in guide.sections[0].intro] == ["paragraph"]
    assert guide.links == []


@pytest.mark.parametrize(
    ("body", "link"),
    [
        ('<h2>App <a href="https://a.example">#</a></h2>', "https://a.example"),
        ('<h2 id="app"><a href="#app">App</a></h2>', "#app"),
        ('<h2>Item <a href="#app">#</a> 12</h2>', "#app"),
        ('<h2 id="app">App</h2><p><a href="#app">#</a></p>', "#app"),
        ('<h2 id="app">App</h2><a href="#other">Other</a>', "#other"),
    ],
)
def test_should_keep_other_links(tmp_path: Path, body: str, link: str) -> None:
    assert [found.url for found in read(tmp_path, body).links] == [link]
