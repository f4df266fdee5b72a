"""A server of its own for each test, driven as people and browsers do."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from pathlib import Path
from typing import IO, Any

GUIDE = """---
title: {title}
---

import Who from "/snippets/who.mdx"

## Set up

<Steps>
  <Step title="Open the console"><Who /></Step>
</Steps>
"""


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Message
    text: str


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args: object, **kwargs: object) -> None:
        return None


@dataclass(frozen=True)
class Served:
    """A running `guidec serve` and its project."""

    folder: Path
    url: str
    process: subprocess.Popen[str]

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        request = urllib.request.Request(self.url + path, method=method, headers=headers)
        try:
            with urllib.request.build_opener(NoRedirect).open(request, timeout=60) as answer:
                return Answer(answer.status, answer.headers, answer.read().decode())
        except urllib.error.HTTPError as error:
            with error:
                return Answer(error.code, error.headers, error.read().decode())

    @contextmanager
    def events(self, page: str) -> Iterator[Iterator[dict[str, Any]]]:
        """Listen as a page does."""
        with urllib.request.urlopen(f"{self.url}/-/events?page={page}", timeout=60) as stream:
            yield (json.loads(line.removeprefix(b"data: ")) for line in stream if line.startswith(b"data: "))

    def write(self, name: str, text: str) -> None:
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def project(folder: Path) -> None:
    (folder / "content/snippets").mkdir(parents=True)
    (folder / "guidec.toml").write_text('exclude = ["snippets/*"]\ntargets = ["json", "html"]\n')
    (folder / "content/snippets/who.mdx").write_text("Ask the admin.\n")
    for name in ("a", "b"):
        (folder / f"content/{name}.mdx").write_text(GUIDE.format(title=name.upper()))


def start(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "guidec", *arguments]
    return subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, text=True, encoding="utf-8")


def line_with(stream: IO[str] | None, words: str) -> str:
    """Read up to the line that has `words`."""
    assert stream is not None
    lines = []
    for line in stream:
        lines.append(line)
        if words in line:
            return line
    raise AssertionError(f"no {words!r} in {lines}")


def interrupt(process: subprocess.Popen[str]) -> tuple[int, str]:
    """Press Ctrl-C; give the status and what was said from then on."""
    process.send_signal(signal.SIGINT if os.name != "nt" else signal.SIGTERM)
    assert process.stderr is not None
    with process.stderr as stream:
        return process.wait(60), stream.read()


@contextmanager
def serving(folder: Path) -> Iterator[Served]:
    process = start(folder, "serve", "--port", "0")
    try:
        url = line_with(process.stderr, "Serving").split()[1].rstrip("/")
        yield Served(folder, url, process)
    finally:
        if process.poll() is None:
            interrupt(process)
