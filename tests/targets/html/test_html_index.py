"""The page of all guides, and what it lists."""

from __future__ import annotations

import json

from bs4 import BeautifulSoup
from pages import boxes, soup, words

from guidec.targets.catalogue import CatalogueEntry, catalogue_entry
from guidec.targets.html.index import render_index
from guides import actions_guide, rich_guide, small_guide


def index(*entries: CatalogueEntry) -> BeautifulSoup:
    return BeautifulSoup("".join(render_index(entries)), "html.parser")


def test_an_entry_counts_what_the_page_shows() -> None:
    for guide in (small_guide(), rich_guide(), actions_guide()):
        page, entry = soup(guide), catalogue_entry(guide)
        assert entry.boxes == len(boxes(page))
        assert entry.steps == len(page.select("li.step"))


def test_an_entry_is_plain_data() -> None:
    entry = catalogue_entry(small_guide())
    assert CatalogueEntry.model_validate_json(entry.model_dump_json()) == entry
    assert json.loads(entry.model_dump_json())["path"] == "acme/oauth.mdx"


def test_guides_are_grouped_by_folder_and_sorted_by_title() -> None:
    ids = ["crm/b", "top", "crm/a", "ats/deep/x"]
    titles = ["Beta", "Top", "alpha", "X"]
    page = index(*(catalogue_entry(small_guide(id=i, title=t)) for i, t in zip(ids, titles, strict=True)))
    assert [words(h) for h in page.select("h2")] == ["Guides", "ats/deep", "crm"]
    assert [a["href"] for a in page.select("a")] == [
        "top.html",
        "ats/deep/x.html",
        "crm/a.html",
        "crm/b.html",
    ]


def test_links_read_differently() -> None:
    entries = [
        catalogue_entry(small_guide(id=i, title=t)) for i, t in (("a", "Same"), ("b", "same "), ("c", ""))
    ]
    assert [words(a) for a in index(*entries).select("a")] == ["Same (a)", "same (b)", "c"] or [
        words(a) for a in index(*entries).select("a")
    ] == ["c", "Same (a)", "same (b)"]


def test_links_survive_any_file_name() -> None:
    page = index(catalogue_entry(small_guide(id="a b/c#d?e%f:g")))
    assert page.a["href"] == "a%20b/c%23d%3Fe%25f%3Ag.html"


def test_an_empty_catalogue_is_a_page() -> None:
    assert words(index().select_one(".lead")).startswith("0 guides")


def test_says_provider_auth_and_number_of_steps() -> None:
    assert words(index(catalogue_entry(small_guide())).select_one(".meta")) == "Acme · OAuth 2.0 · 5 steps"
