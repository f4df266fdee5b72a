"""A project into which a stranger has put something, and what must hold whatever it was.

Each module beside this one belongs to one group of promises, and goes by the command line alone; closer tests of the
same things stand in the folders of the rooms that keep them.
"""

from __future__ import annotations

import io
import json
import re
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from guidec.cli import main

GOOD = """---
title: Acme OAuth 2.0 connector profile – StackOne setup guide
---

## Create the app

1. Open https://acme.example/console.
2. Enter the redirect URL `https://api.stackone.com/connect/oauth2/acme/callback`.
3. Copy the **Client ID** and the **Client Secret**.
"""
OUTPUTS = (
    "json/{}.json",
    "html/{}.html",
    "config/{}.yaml",
    "config/{}.schema.json",
    "config/{}.env",
    "connector/{}.yaml",
    "mdx/{}.mdx",
    "jsonld/{}.json",
)
LINE = re.compile(r"(?P<path>.*?):\d+:\d+: (?P<severity>error|warning|info): .* \[(?P<rule>[a-z0-9-]+)\]")
LONGEST = 200_000
"""Characters that a run may print about one bad guide."""
LARGE = 1 << 24
INSIDE = "the other side of the fence"
"""What stands in a file that no command may read."""


@dataclass(frozen=True)
class Found:
    """How a run ended."""

    status: int
    out: str
    err: str
    rules: frozenset[str]


@dataclass(frozen=True)
class Stranger:
    """A project with a good guide, and a file beside it that is nobody's business."""

    folder: Path

    def __post_init__(self) -> None:
        self.write("good.mdx", GOOD)
        (self.folder / "outside").mkdir()
        (self.folder / "outside/secret.mdx").write_text(f"# {INSIDE}\n")

    @property
    def content(self) -> Path:
        return self.folder / "content"

    def write(self, path: str, data: str | bytes) -> Path:
        file = self.content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data if isinstance(data, bytes) else data.encode())
        return file

    def build(self, *arguments: str) -> Found:
        """Build, and see that the good guide has all that it should have."""
        found = self.run("build", "--jobs", "1", "--output-format", "concise", *arguments)
        assert self.outputs("good") == [path.format("good") for path in OUTPUTS]
        return found

    def check(self, path: str = "content") -> Found:
        found = self.run("check", "--output-format", "json", path)
        records = json.loads(found.out)
        assert (found.status == 1) == any(record["severity"] == "error" for record in records)
        return Found(found.status, found.out, found.err, frozenset(record["rule"] for record in records))

    def run(self, *arguments: str) -> Found:
        """Run a command, and see that it says what is wrong, shows nothing else, and touches its own folder alone."""
        before, out, err = self._others(), io.StringIO(), io.StringIO()
        with chdir(self.folder), redirect_stdout(out), redirect_stderr(err):
            try:
                status = main(arguments)
            except SystemExit as stopped:
                status = int(stopped.code or 0)
        printed = out.getvalue() + err.getvalue()
        is_result = arguments[0] in ("ast", "render", "schema")
        for shown in (err.getvalue(), "" if is_result else out.getvalue()):
            assert "Traceback" not in shown
            assert "inside guidec" not in shown
            assert shown.replace("\n", "").isprintable()
            assert len(shown) < LONGEST
        assert INSIDE not in printed
        assert self._others() == before
        assert status in (0, 1, 2)
        lines = [match for line in printed.split("\n") if (match := LINE.fullmatch(line))]
        if arguments[0] == "build":
            assert (status == 1) == any(line["severity"] == "error" for line in lines)
        return Found(status, out.getvalue(), err.getvalue(), frozenset(line["rule"] for line in lines))

    def outputs(self, guide: str) -> list[str]:
        """Give which outputs of a guide there are."""
        return [
            path.format(guide) for path in OUTPUTS if (self.folder / "build" / path.format(guide)).is_file()
        ]

    def page(self, guide: str = "bad") -> str:
        return (self.folder / f"build/html/{guide}.html").read_text()

    def text(self, output: str) -> str:
        return (self.folder / "build" / output).read_text()

    def _others(self) -> dict[str, bytes | None]:
        """Give everything but the output folder; of what is huge, the name."""
        files = (path for path in self.folder.rglob("*") if "build" not in path.parts)
        return {
            str(path): path.read_bytes() if path.is_file() and path.stat().st_size < LARGE else None
            for path in files
        }
