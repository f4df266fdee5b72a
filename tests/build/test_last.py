"""What is known of the last build beside the records of this one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from guidec.build.last import LastBuild
from guidec.build.manifest import MANIFEST
from guidec.build.output import OutputFolder

Outputs = Mapping[str, Mapping[str, str]]


def last_build(
    folder: Path, before: Outputs, guides: list[str], fresh: frozenset[str] = frozenset()
) -> LastBuild:
    """Read a manifest of guides with their outputs; those of "" are shared."""
    entries = [
        f"    {json.dumps(path)}: {json.dumps({'outputs': outputs})}"
        for path, outputs in before.items()
        if path
    ]
    entries += [f"    {json.dumps(path)}: {json.dumps(one)}" for path, one in before.get("", {}).items()]
    (folder / MANIFEST).write_text("\n".join(entries))
    return LastBuild(OutputFolder(folder), guides, fresh)


def leftovers(last: LastBuild, now: Mapping[str, list[str]], *shared: str) -> dict[str, str]:
    for guide, outputs in now.items():
        last.note(last.outputs_of(guide), outputs)
    return last.leftovers(shared)


def test_what_a_guide_no_longer_gives_is_left_over(tmp_path: Path) -> None:
    last = last_build(
        tmp_path, {"a.mdx": {"x/a": "1", "y/a": "2"}, "b.mdx": {"x/b": "3"}}, ["a.mdx", "b.mdx"]
    )
    assert leftovers(last, {"a.mdx": ["x/a"], "b.mdx": ["x/b"]}) == {"y/a": "2"}


def test_a_guide_knows_what_it_had(tmp_path: Path) -> None:
    last = last_build(
        tmp_path, {"b.mdx": {"x/b": "1"}, "d.mdx": {"x/d": "2"}}, ["a.mdx", "b.mdx", "c.mdx", "d.mdx"]
    )
    had = [last.outputs_of(guide) for guide in ("a.mdx", "b.mdx", "c.mdx", "d.mdx", "e.mdx")]
    assert had == [{}, {"x/b": "1"}, {}, {"x/d": "2"}, {}]


def test_guides_that_are_gone_are_known_at_once(tmp_path: Path) -> None:
    last = last_build(tmp_path, {"a.mdx": {"x/a": "1"}, "b.mdx": {"x/b": "2"}, "": {"index": "3"}}, ["b.mdx"])
    assert [*last.gone()] == [("x/a", "1")]
    assert leftovers(last, {"b.mdx": ["x/b"]}, "index") == {}


def test_an_output_may_pass_to_another_guide_before_or_behind(tmp_path: Path) -> None:
    for old, new in (("a.md", "a.mdx"), ("a.mdx", "a.md")):
        last = last_build(tmp_path, {old: {"x/a": "1", "y/a": "2"}}, [new])
        assert [*last.gone()] == []
        assert leftovers(last, {new: ["x/a"]}) == {"y/a": "2"}


def test_shared_files_are_left_over_unless_they_are_given_again(tmp_path: Path) -> None:
    last = last_build(tmp_path, {"": {"index": "1", "old": "2"}}, ["a.mdx"])
    assert leftovers(last, {"a.mdx": ["x/a"]}, "index") == {"old": "2"}


def test_fresh_guides_keep_what_they_have(tmp_path: Path) -> None:
    last = last_build(tmp_path, {"a.mdx": {"x/a": "1"}}, ["a.mdx"], frozenset({"a.mdx"}))
    assert leftovers(last, {"a.mdx": []}) == {}


def test_a_manifest_in_no_order_costs_no_output_that_is_given(tmp_path: Path) -> None:
    before = {"c.mdx": {"x/c": "1"}, "a.mdx": {"x/a": "2", "y/a": "3"}, "b.mdx": {"x/a": "2"}}
    last = last_build(tmp_path, before, ["a.mdx", "b.mdx", "c.mdx"])
    assert leftovers(last, {"a.mdx": ["x/a"], "b.mdx": ["x/b"], "c.mdx": ["x/c"]}) == {"y/a": "3"}


def test_without_a_manifest_nothing_is_known(tmp_path: Path) -> None:
    last = LastBuild(OutputFolder(tmp_path), ["a.mdx"], frozenset())
    assert [*last.gone()] == []
    assert leftovers(last, {"a.mdx": ["x/a"]}) == {}
