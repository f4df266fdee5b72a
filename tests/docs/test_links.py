"""Every link of the manual leads somewhere, and so does the way to each page."""

from __future__ import annotations

import os
import re
import tomllib
from functools import cache
from pathlib import PurePosixPath

import pytest
from manual_pages import DOCS, OTHERS, PAGES, ROOT, read, without_blocks
from markdown_it import MarkdownIt

LINK = re.compile(r"\]\((?P<target>[^()\s]+)\)")
CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)


@pytest.mark.parametrize("page", [*PAGES, *OTHERS])
def test_links_lead_somewhere(page: str) -> None:
    for target in LINK.findall(CODE.sub("", without_blocks(read(page)))):
        if ":" in target:
            continue
        path, _, anchor = target.partition("#")
        linked = os.path.normpath(PurePosixPath(page).parent / path) if path else page
        assert (DOCS / linked).exists(), target
        assert page in OTHERS or not linked.startswith(".."), f"{target} is no page of the site"
        assert not anchor or anchor in anchors(linked), target


@cache
def anchors(page: str) -> set[str]:
    tokens = MarkdownIt().parse(read(page))
    titles = [tokens[i + 1].children for i, token in enumerate(tokens) if token.type == "heading_open"]
    return {slug("".join(child.content for child in title or ())) for title in titles}


def slug(title: str) -> str:
    """Make the anchor of a heading as GitHub and the site do."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


def test_every_page_is_in_the_navigation() -> None:
    site = tomllib.loads((ROOT / "zensical.toml").read_text(encoding="utf-8"))
    assert sorted(leaves(site["project"]["nav"])) == PAGES


def leaves(entry: object) -> list[str]:
    if isinstance(entry, str):
        return [entry]
    inner = entry.values() if isinstance(entry, dict) else entry
    return [leaf for part in inner for leaf in leaves(part)]
