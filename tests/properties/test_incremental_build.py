"""Whatever happened before, a build ends in the same bytes as a clean one, and takes nothing away that is not its own."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from guidec.build import builder
from guidec.build.journal import Journal
from guidec.build.output import STATE_FOLDER, OutputFolder
from small_project import GUIDE, SmallProject

GUIDES = ("a.mdx", "a.md", "A.mdx", "x/b.mdx", "a.json/c.mdx", "index.mdx")
SNIPPETS = ("parts/one.mdx", "parts/two.mdx")
INCLUDING = 'import One from "/parts/one.mdx"\n\n# Guide {}\n\n<One />\n\n[to](/x/b)\n'
TEXTS = st.one_of(
    st.integers(0, 2).map(GUIDE.format),
    st.integers(0, 2).map(INCLUDING.format),
    st.sampled_from(["<Open>", "", "# Only a title", "# A\n\n[to](./x/b#set-up)\n", b"\xff\xfe"]),
)
PARTS = st.sampled_from(
    ["first\n", "second\n", 'import Two from "./two.mdx"\n\n<Two />\n', "<Open>", "Ask {props.who}.\n"]
)
CONFIGURATIONS = st.sampled_from(
    [
        {"targets": ("json",)},
        {"targets": ("json", "config")},
        {"targets": ("config", "html")},
        {"targets": ("json", "config"), "base_url": "https://docs.example"},
        {"targets": ("json",), "exclude": ("parts/*", "x/*")},
    ]
)
MINE = {"json/mine.txt": b"mine", "mine/a.json": b"{}", "config/x/mine.yaml": b"mine: true\n"}
STEPS = (OutputFolder._replace, OutputFolder.remove, Journal.note, Journal.clear)


class IncrementalBuild(RuleBasedStateMachine):
    """A project whose owner edits, breaks, configures, kills and builds in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.project = SmallProject(Path(tempfile.mkdtemp()), {"exclude": ("parts/*",)})
        self.tampered: set[str] = set()
        """Outputs that somebody else changed: written again where they are wanted, theirs where they are not."""
        self.built = False
        for path, data in MINE.items():
            file = self.project.out / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)

    def teardown(self) -> None:
        shutil.rmtree(self.project.folder)

    @rule(path=st.sampled_from(GUIDES), text=TEXTS)
    def write_guide(self, path: str, text: str | bytes) -> None:
        self.project.write(path, text)

    @rule(path=st.sampled_from(SNIPPETS), text=PARTS)
    def write_snippet(self, path: str, text: str) -> None:
        self.project.write(path, text)

    @rule(path=st.sampled_from(GUIDES + SNIPPETS))
    def delete(self, path: str) -> None:
        (self.project.content / path).unlink(missing_ok=True)

    @rule(path=st.sampled_from(GUIDES), to=st.sampled_from(GUIDES))
    def rename(self, path: str, to: str) -> None:
        if path != to and (self.project.content / path).exists():
            data = (self.project.content / path).read_bytes()
            self.delete(path)
            self.project.write(to, data)

    @rule(configuration=CONFIGURATIONS)
    def configure(self, configuration: dict[str, object]) -> None:
        self.project.settings = {"exclude": ("parts/*",), **configuration}

    @precondition(lambda self: self.built)
    @rule(damage=st.binary(max_size=20) | st.floats(0, 1))
    def damage_cache(self, damage: bytes | float) -> None:
        _damage(self.project.out / STATE_FOLDER / "guides.jsonl", damage)

    @precondition(lambda self: self.built)
    @rule(number=st.integers(0, 20), damage=st.binary(max_size=20) | st.floats(0, 0.9))
    def damage_output(self, number: int, damage: bytes | float) -> None:
        outputs = sorted(self.project.outputs().keys() - MINE.keys() - {"manifest.json"})
        path = outputs[number % len(outputs)]
        self.tampered.add(path)
        _damage(self.project.out / path, damage)

    @precondition(lambda self: self.built)
    @rule(damage=st.binary(max_size=20) | st.floats(0, 1), gone=st.sampled_from(GUIDES))
    def damage_manifest_and_build(self, damage: bytes | float, gone: str) -> None:
        _damage(self.project.out / "manifest.json", damage)
        before = self.project.outputs()
        self.delete(gone)
        self.tampered |= before.keys() - {"manifest.json"} - MINE.keys()
        self.build(jobs=1)

    @rule(step=st.integers(0, 20), first=st.booleans())
    def kill_a_build(self, step: int, first: bool) -> None:
        """Kill a build in front of or behind the step with this number among those that change the disk."""
        child = os.fork()
        if not child:
            _die_at(step, first=first)
            self.project.build()
            os._exit(0)
        os.waitpid(child, 0)

    @rule(path=st.sampled_from(GUIDES), step=st.integers(0, 12), first=st.booleans())
    def give_up_a_guide_whose_build_was_killed(self, path: str, step: int, first: bool) -> None:
        self.write_guide(path, GUIDE.format(step))
        self.kill_a_build(step, first=first)
        self.delete(path)

    @rule(jobs=st.sampled_from([1, 1, 1, 0]))
    def build(self, jobs: int) -> None:
        """Build, with the cache or without."""
        self.project.build(use_cache=bool(jobs))
        if self.tampered and "unwritable-output" in {rule for _, rule in self.project.errors()}:
            self._take_away_tampered(self.tampered)  # a file of somebody else stood in the way
            self.project.build()
        built = self.project.outputs()
        clean = self.project.folder / "clean"
        errors = self.project.errors()
        self.project.build(clean, use_cache=False)
        expected = self.project.outputs(clean) | MINE
        shutil.rmtree(clean)
        assert {path: built.get(path) for path in expected} == expected
        assert built.keys() - expected.keys() <= self.tampered
        assert self.project.errors() == errors
        assert self.project.leftovers() == []
        self._take_away_tampered(built.keys() - expected.keys())
        self.tampered.clear()
        self.built = True

    @invariant()
    def what_is_mine_stays(self) -> None:
        assert {path: self.project.out.joinpath(path).read_bytes() for path in MINE} == MINE

    def _take_away_tampered(self, paths: set[str]) -> None:
        for path in paths:
            (self.project.out / path).unlink(missing_ok=True)


def _damage(file: Path, damage: bytes | float) -> None:
    """Put other bytes into a file, or cut it at a part of its length; 1 takes it away."""
    if isinstance(damage, bytes):
        file.write_bytes(damage)
    elif damage == 1:
        file.unlink(missing_ok=True)
    elif file.exists():
        data = file.read_bytes()
        file.write_bytes(data[: int(len(data) * damage)])


def _die_at(step: int, *, first: bool) -> None:
    """Make this process kill itself in front of the step, or behind it."""
    count = 0

    def counted(function):
        def call(*arguments: object) -> object:
            nonlocal count
            count += 1
            if first and count > step:
                os.kill(os.getpid(), signal.SIGKILL)
            result = function(*arguments)
            if count > step:
                os.kill(os.getpid(), signal.SIGKILL)
            return result

        return call

    for function in STEPS:
        owner = Journal if function.__qualname__.startswith("Journal") else OutputFolder
        setattr(owner, function.__name__, counted(function))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork to kill a build in")
def test_any_history_ends_as_a_clean_build_does(monkeypatch: pytest.MonkeyPatch) -> None:
    # The real key holds guidec's own code, which may be under work while tests run; test_key.py is about it.
    monkeypatch.setattr(builder, "cache_key", lambda job: job.decisive())
    from hypothesis.stateful import run_state_machine_as_test

    run_state_machine_as_test(
        IncrementalBuild, settings=settings(max_examples=15, stateful_step_count=20, deadline=None)
    )
