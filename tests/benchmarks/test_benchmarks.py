"""The benchmarks' made-up documents and their report; nothing is measured here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from guidec import parse_mdx

if TYPE_CHECKING:
    from types import ModuleType

FOLDER = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture
def generate(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(FOLDER)
    import generate

    return generate


@pytest.mark.parametrize("number", range(20))
def test_documents_are_valid_and_the_same_each_time(generate: ModuleType, number: int) -> None:
    for text in (generate.guide(number), generate.page(number, 20_000)):
        assert parse_mdx(text).diagnostics == ()
        assert "@" not in text, "every name is filled in"
    assert generate.page(number, 20_000) == generate.page(number, 20_000)
    assert generate.guide(number) != generate.guide(number + 1)
    assert 20_000 <= len(generate.page(number, 20_000)) < 21_000


@pytest.mark.parametrize(
    ("most", "sizes"),
    [(5, [5]), (10, [10]), (1000, [10, 100, 1000]), (30_000, [10, 100, 1000, 10_000, 30_000])],
)
def test_numbers_of_guides_grow_tenfold(monkeypatch: pytest.MonkeyPatch, most: int, sizes: list[int]) -> None:
    monkeypatch.syspath_prepend(FOLDER)
    import building

    assert building.sizes(most) == sizes


def test_a_cold_build_is_given_a_folder_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.syspath_prepend(FOLDER)
    import building

    (tmp_path / "first/content").mkdir(parents=True)
    (tmp_path / "first/content/a.mdx").write_text("# A\n")
    one, other = building.copies(tmp_path, 2)
    assert one != other
    cost = building.guidec("guidec", "--target", "json", "--jobs", "1").build(one)
    assert cost.cpu > 0
    assert (one / "build/json/a.json").exists()
    assert [path.name for path in other.rglob("*")] == ["content", "a.mdx"]


def test_what_has_become_dearer_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(FOLDER)
    from calls import compared

    kept = {"guidec": "1.0", "python": "3.11", "parse": 100, "json": 100, "html": 100}
    table = compared(
        kept, {"guidec": "2.0", "python": "3.12", "parse": 101, "json": 90, "html": 120, "new": 5}
    )
    assert table.head[1] == "guidec 1.0"
    assert [row[-1] for row in table.rows] == ["1.01", "0.90", "1.20", "-"]
    assert table.how.endswith("Dearer than kept: html (1.20 times the calls).")
    assert "counted with Python 3.11" in table.how


def test_table_is_aligned_markdown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(FOLDER)
    from report import Table, as_markdown

    table = Table("Title", "How.", ("tool", "seconds", "MB/s"))
    table.add("one", "1.00", "12.5")
    table.add("another", "0.5")
    page = as_markdown([table], {"node": "20.0.0"})
    assert page.endswith(
        "## Title\n"
        "\n"
        "| tool    | seconds | MB/s |\n"
        "|---------|--------:|-----:|\n"
        "| one     |    1.00 | 12.5 |\n"
        "| another |     0.5 |    – |\n"
        "\n"
        "How.\n"
    )
    assert "node 20.0.0" in page


def test_tables_that_are_measured_by_themselves_replace_those_of_their_titles(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.syspath_prepend(FOLDER)
    from report import Table, as_markdown, with_tables

    def table(title: str, cell: str) -> Table:
        return Table(title, f"How {cell}.", ("what", "figure"), [(title, cell)])

    page = as_markdown([table("One", "1"), table("Two", "2"), table("Three", "3")], {})
    changed = with_tables(page, [table("Two", "22"), table("Three", "33")])

    assert changed.startswith(page[: page.index("## Two")])
    assert [changed.count(f"How {cell}.") for cell in ("1", "2", "3", "22", "33")] == [1, 0, 0, 1, 1]
    assert changed.count("## ") == page.count("## ")
    assert "\n\n## Three" in changed
    assert changed.endswith(".\n")
    assert with_tables(page, [table("Four", "4")]).startswith(f"{page}\n## Four\n")
