from __future__ import annotations

import pytest

from guidec.build.collisions import OUTPUT_SUFFIXES, find_collisions


@pytest.mark.parametrize(
    "paths",
    [
        ["a.mdx", "a.md"],
        ["a.mdx", "a.html"],
        ["x/a.mdx", "x/A.mdx"],
        ["X/a.mdx", "x/a.mdx"],
        ["Straße.mdx", "STRASSE.mdx"],
        ["caf\u00e9.mdx", "cafe\u0301.mdx"],
        ["a.mdx", "a.json/b.mdx"],
        ["a.mdx", "A.SCHEMA.JSON/x/b.mdx"],
        ["x/a.mdx", "x/a.html/b.mdx"],
        ["index.mdx", "Index.md"],
    ],
)
def test_all_guides_that_would_share_a_file_are_reported(paths: list[str]) -> None:
    found = find_collisions(["other.mdx", *paths])

    assert sorted(found) == sorted(paths)
    assert {diagnostic.rule.id for diagnostic in found.values()} == {"output-collision"}


@pytest.mark.parametrize(
    "paths",
    [
        ["a.mdx", "a/b.mdx"],
        ["v1.mdx", "v1.2/intro.mdx"],
        ["a.mdx", "b.json/c.mdx"],
        ["a.mdx", "a.schema.mdx"],
        ["x/index.mdx", "y/index.mdx"],
    ],
)
def test_guides_with_outputs_of_their_own_are_not(paths: list[str]) -> None:
    assert find_collisions(paths) == {}


def test_each_names_another_one() -> None:
    found = find_collisions(["a.mdx", "a.md"])

    assert "`a.md`" in found["a.mdx"].message
    assert "`a.mdx`" in found["a.md"].message


def test_the_suffixes_are_those_of_the_targets() -> None:
    from guidec.targets import TARGETS
    from guidec.targets.target import Options
    from guides import small_guide

    guide = small_guide()
    for name in TARGETS:
        for path in TARGETS[name].render(guide, Options()).files:
            assert path.removeprefix(f"{name}/{guide.id}") in OUTPUT_SUFFIXES
