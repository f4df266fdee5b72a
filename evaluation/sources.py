"""The files that records speak of: where they are, whether they are still the same, and what guidec makes of them."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from guidec.config.settings import Settings
from guidec.files import Files
from guidec.loader import Loader
from guidec.pipeline import Outcome, run_file

if TYPE_CHECKING:
    from record import Record

TOP = Path(__file__).resolve().parents[1]
"""The top of the repository."""
SHARED = TOP.parent / "shared"
"""Where the guides are that were not written for this project, unless another folder is named."""


def place(path: str, shared: Path) -> Path:
    """Give where the file or folder is that a record names."""
    return (TOP if path.startswith("evaluation/") else shared) / path


def compile_at(root: Path, path: Path) -> tuple[Outcome, list[str]]:
    """Compile a guide with a content root and no configuration; also give the files that it was made of."""
    loader = Loader(Files(root))
    outcome = run_file(path.relative_to(root).as_posix(), Settings(), loader)
    return outcome, [name for name, digest in loader.inputs.items() if digest]


def changed(record: Record, shared: Path) -> list[str]:
    """Give the files behind a guide that are not what the reader saw."""
    root = place(record.root, shared)
    return [name for name, sha256 in record.files.items() if file_digest(root / name) != sha256]


def file_digest(path: Path) -> str | None:
    """Give the SHA-256 of a file's bytes, or None where there is no such file."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None
