"""The scorer, on a made-up guide: a record that a reader makes of it, and records that are wrong."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from ruamel.yaml import YAML

if TYPE_CHECKING:
    from types import ModuleType

FOLDER = Path(__file__).parents[2] / "evaluation"

GUIDE = """\
---
title: Connect Orchard
---

import Thanks from "./thanks.mdx"

<Warning title="Owners only">Only an owner sees this page.</Warning>

## Register an app

<Steps>
  <Step title="Open the form">
    - Go to [Orchard](https://orchard.example/apps) & press **New**.
    - Optionally upload a logo.
    - App name: `Relay`
    - Redirect URL: `https://relay.example/oauth/callback`
  </Step>
  <Step title="Keep the credentials">
    Copy the **Client ID** and the **Client Secret**.
  </Step>
</Steps>

<Thanks />
"""
THANKS = "See [our pages](https://relay.example/help).\n"

READING = {
    "path": "site/orchard.mdx",
    "root": "site",
    "dialect": "mintlify",
    "half": "dev",
    "note": "Made up.",
    "sections": ["2 Register an app"],
    "steps": ["Open the form", "Keep the credentials"],
    "items": [
        "Go to Orchard…",
        "? Optionally upload a logo.",
        "App name: Relay",
        "Redirect URL: https://relay.example/oauth/callback",
    ],
    "admonitions": ["warning | Owners only | Only an owner sees…"],
    "redirect_urls": ["https://relay.example/oauth/callback | Redirect URL"],
    "links": ["https://orchard.example/apps | Orchard", "https://relay.example/help"],
    "credentials": ["Client ID", "Client Secret*"],
    "settings": ["App name=Relay"],
}
FIELDS = [*READING][5:]


@dataclass
class Room:
    """The modules of `evaluation/`, a shared folder with one guide, and a folder for records."""

    modules: dict[str, ModuleType]
    shared: Path
    records: Path
    capsys: pytest.CaptureFixture[str]

    def record(self, **changes: object) -> Path:
        file = self.shared.parent / "reading.yaml"
        file.write_text(json.dumps({**READING, **changes}), encoding="utf-8")  # JSON is YAML, too
        self.modules["write_record"].main(self._folders(str(file)))
        return self.records / "dev" / "site" / "orchard.yaml"

    def score(self, *options: str) -> tuple[int, str]:
        self.capsys.readouterr()
        code = self.modules["score"].main(self._folders(*(options or ("--half", "dev"))))
        return code, self.capsys.readouterr().out

    def counts(self, field: str) -> list[str]:
        """Give precision, recall, F1, recorded, found and right of a field."""
        rows = [row.split("|") for row in self.score()[1].splitlines() if row.startswith("|")]
        return next(
            [cell.strip() for cell in row[2:-1]] for row in rows if row[1].strip() == field.replace("_", " ")
        )

    def _folders(self, *arguments: str) -> list[str]:
        return [*arguments, "--shared", str(self.shared), "--records", str(self.records)]


@pytest.fixture
def room(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Room:
    monkeypatch.syspath_prepend(FOLDER)
    import score
    import write_record

    site = tmp_path / "shared" / "site"
    site.mkdir(parents=True)
    (site / "orchard.mdx").write_text(GUIDE, encoding="utf-8")
    (site / "thanks.mdx").write_text(THANKS, encoding="utf-8")
    modules = {"score": score, "write_record": write_record}
    return Room(modules, tmp_path / "shared", tmp_path / "records", capsys)


@pytest.mark.parametrize("field", FIELDS)
def test_a_right_record_is_found_whole(room: Room, field: str) -> None:
    room.record()
    number = str(len(READING[field]))
    assert room.counts(field) == ["1.000", "1.000", "1.000", number, number, number]


WRONG = {
    "sections": ["3 Register an app"],
    "steps": ["Open the form", "Keep the credential"],
    "items": ["Go to the Orchard…", *READING["items"][1:]],
    "admonitions": ["note | Owners only | Only an owner sees…"],
    "redirect_urls": ["https://relay.example/oauth/callback | Reply URL"],
    "links": ["https://orchard.example/apps | Meadow", "https://relay.example/help"],
    "credentials": ["Client ID", "Client Secret"],
    "settings": ["App name=Relais"],
}


@pytest.mark.parametrize("field", FIELDS)
def test_a_wrong_record_lowers_both_shares_of_its_field(room: Room, field: str) -> None:
    room.record(**{field: WRONG[field]})
    precision, recall, f1, recorded, found, right = room.counts(field)
    assert float(precision) < 1
    assert float(recall) < 1
    assert float(f1) < 1
    assert (recorded, found, int(right)) == (
        str(len(READING[field])),
        str(len(READING[field])),
        int(found) - 1,
    )


def test_what_is_missing_in_a_record_lowers_precision_and_what_is_too_much_recall(room: Room) -> None:
    room.record(steps=["Open the form"], credentials=["Client ID", "Client Secret*", "Tenant"])
    assert room.counts("steps") == ["0.500", "1.000", "0.667", "1", "2", "1"]
    assert room.counts("credentials") == ["1.000", "0.667", "0.800", "3", "2", "2"]


def test_a_field_that_is_left_out_is_not_scored(room: Room) -> None:
    room.record(settings=None, steps=[])
    assert room.counts("settings")[3:] == ["0", "0", "0"]
    assert room.counts("steps")[3:] == ["0", "2", "0"]


def test_a_record_holds_no_sentence_of_the_guide(room: Room) -> None:
    text = room.record().read_text(encoding="utf-8")
    assert "https://orchard.example/apps" in text
    assert "Client Secret" in text
    for words in ("Register", "Open the form", "upload", "Owners", "owner sees", "our pages"):
        assert words not in text


def test_a_record_says_on_which_line_things_stand(room: Room) -> None:
    record = YAML(typ="safe").load(room.record())
    lines = {field: [entry.get("line") for entry in record[field]] for field in FIELDS}
    assert lines["sections"] == [9]
    assert lines["steps"] == [12, 18]
    assert lines["items"] == [13, 14, 15, 16]
    assert lines["admonitions"] == [7]
    assert lines["links"] == [13, None], "the second one stands in the snippet"
    assert lines["credentials"] == [19, 19]


@pytest.mark.parametrize("name", ["orchard.mdx", "thanks.mdx"])
def test_a_guide_that_changed_is_reported_and_not_scored(room: Room, name: str) -> None:
    room.record()
    (room.shared / "site" / name).write_text("# Something else\n", encoding="utf-8")
    code, printed = room.score()
    assert code == 1
    assert f"not scored: site/orchard.mdx: the reader saw another {name}" in printed
    assert "## dev: 0 guides" in printed


def test_nothing_is_found_in_a_guide_that_does_not_compile(room: Room) -> None:
    (room.shared / "site" / "orchard.mdx").write_text("# Broken\n\n<Steps>\n", encoding="utf-8")
    room.record()
    assert "not compiled: site/orchard.mdx" in room.score()[1]
    assert room.counts("steps") == ["1.000", "0.000", "0.000", "2", "0", "0"]


def test_differences_are_shown_with_the_line_of_the_guide(room: Room) -> None:
    room.record(steps=["Open the form", "Keep them"], links=[])
    _, printed = room.score("--show")
    assert "site/orchard.mdx: steps\n" in printed
    assert "  + title Keep the credentials, text Copy" in printed
    assert "  + url https://orchard.example/apps, text Orchard\n" in printed
    room.record(items=["Go to [Orchard] by bus…"])
    assert "at 13: - Go to [Orchard]" in room.score("--show")[1]


def test_without_guides_there_is_no_score(room: Room, capsys: pytest.CaptureFixture[str]) -> None:
    missing = str(room.shared / "nowhere")
    assert room.modules["score"].main(["--shared", missing]) == 2
    assert missing in capsys.readouterr().err


def test_a_slip_in_a_reading_or_record_is_an_error(room: Room) -> None:
    with pytest.raises(ValueError, match="redirect_url\n"):
        room.record(redirect_url=[])
    file = room.record()
    file.write_text(file.read_text(encoding="utf-8").replace("secret:", "secrets:"), encoding="utf-8")
    with pytest.raises(ValueError, match="secrets"):
        room.score()


def test_entries_are_paired_so_that_as_many_as_possible_agree(room: Room) -> None:
    from agreement import compare_field
    from record import LinkEntry

    entries = [LinkEntry(url="/a"), LinkEntry(url="/a", text=_digest("One"))]
    found: list[dict[str, Any]] = [{"url": "/a", "text": "One"}, {"url": "/a", "text": "Two"}]
    comparison = compare_field(entries, found)
    assert (comparison.tally.agreed, comparison.missed, comparison.surplus) == (2, (), ())


def test_a_digest_is_of_the_text_or_of_its_start_whatever_its_white_space(room: Room) -> None:
    from agreement import agrees
    from record import ItemEntry

    whole, start = ItemEntry(text=_digest("Press the key")), ItemEntry(text=_digest("Press the") + "/9")
    assert agrees(whole, {"text": "Press  the\nkey", "optional": False})
    assert not agrees(whole, {"text": "Press the keys", "optional": False})
    assert agrees(start, {"text": "Press the keys", "optional": False})
    assert not agrees(start, {"text": "Press that", "optional": False})
    assert not agrees(ItemEntry(text=whole.text, optional=True), {"text": "Press the key", "optional": False})


def test_every_committed_record_has_the_right_form(room: Room) -> None:
    records = _committed_records()
    assert len(records) == len({record.path for record in records}) >= 60


def test_the_guides_in_this_repository_are_those_that_were_read(room: Room) -> None:
    from sources import changed

    records = [record for record in _committed_records() if record.path.startswith("evaluation/")]
    assert records
    assert {
        record.path: changed(record, room.shared) for record in records if changed(record, room.shared)
    } == {}


@cache
def _committed_records() -> list[Any]:
    from record import HALVES, read_record

    return [read_record(file) for half in HALVES for file in (FOLDER / "records" / half).rglob("*.yaml")]


def _digest(text: str) -> str:
    from record import digest

    return digest(text)


def test_the_figures_are_put_below_the_mark_of_the_page(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    score, page = room.modules["score"], room.shared / "page.md"
    monkeypatch.setattr(score, "PAGE", page)
    page.write_text(f"Words.\n{score.MARK}Old figures.\n", encoding="utf-8")
    room.record()
    _, printed = room.score("--write")
    assert page.read_text(encoding="utf-8") == f"Words.\n{score.MARK}{printed}"
    assert "## dev: 1 guides" in printed
