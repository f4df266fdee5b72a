"""A content root and its output folder in a temporary place, for tests of whole builds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from guidec.build.builder import Builder
from guidec.build.job import Job
from guidec.build.output import STATE_FOLDER
from guidec.build.summary import Summary
from guidec.config import Settings
from guidec.diagnostics import Diagnostic

GUIDE = """---
title: Acme OAuth 2.0 connector profile {0}
---

## Set up

1. **Open the console** at https://example.com/{0}.
2. Copy the **Client ID**.
"""


@dataclass
class SmallProject:
    """A folder with `content` and `build` in it."""

    folder: Path
    settings: dict[str, Any] = field(default_factory=dict)
    found: list[Diagnostic] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.content.mkdir(exist_ok=True)

    @property
    def content(self) -> Path:
        return self.folder / "content"

    @property
    def out(self) -> Path:
        return self.folder / "build"

    def write(self, path: str, text: str | bytes | None = None) -> Path:
        """Write a guide or what it includes, an ordinary guide where nothing is said."""
        file = self.content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        text = GUIDE.format(path) if text is None else text
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    def build(self, out: Path | None = None, *, jobs: int = 1, use_cache: bool = True) -> Summary:
        """Build into `out`, else into the folder of the project."""
        self.found = []
        settings = Settings(
            content=self.content, out=out or self.out, **{"targets": ("json", "config"), **self.settings}
        )
        return Builder(Job(settings), self._report, jobs=jobs).build(use_cache=use_cache)

    def errors(self) -> list[tuple[str, str]]:
        return [(one.path, one.rule.id) for one in self.found if one.severity == "error"]

    def outputs(self, out: Path | None = None) -> dict[str, bytes]:
        """Give all files of an output folder but what guidec keeps for itself."""
        root = out or self.out
        files = (path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
        named = ((path.relative_to(root).as_posix(), path) for path in files)
        return {name: path.read_bytes() for name, path in named if not name.startswith(f"{STATE_FOLDER}/")}

    def leftovers(self) -> list[str]:
        """Give what guidec keeps for itself apart from its cache."""
        state = self.out / STATE_FOLDER
        return (
            sorted(path.name for path in state.iterdir() if path.name not in ("guides.jsonl", ".gitignore"))
            if state.is_dir()
            else []
        )

    def _report(self, found: Sequence[Diagnostic]) -> None:
        self.found += found
