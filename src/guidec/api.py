"""guidec as a library: what `import guidec` offers, in one place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from guidec.changes.folder import diff_of
from guidec.changes.guide import compare_guides
from guidec.changes.report import Version
from guidec.config import Settings, load_settings
from guidec.file_names import DRAFT_SUFFIXES, GUIDE_SUFFIXES
from guidec.files import Files
from guidec.guide.models import Guide
from guidec.loader import Loader
from guidec.pipeline import Outcome, run, run_file
from guidec.source import Source
from guidec.targets import TARGETS
from guidec.targets.actions import for_actions
from guidec.targets.target import Options

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidec.changes.models import Diff
    from guidec.diagnostics import Diagnostic

TEXT_PATH = "guide.mdx"
"""The path of a guide that is given as text."""


class CompileError(Exception):
    """There is no guide: the file cannot be read, or its syntax is wrong."""

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        first = diagnostics[0]
        super().__init__(
            f"{first.path}:{first.start.line}:{first.start.column}: {first.message} [{first.rule.id}]"
        )
        self.diagnostics = tuple(diagnostics)
        """All that was found, those of severity error among it."""


def compile(path_or_text: Path | str) -> Guide:  # noqa: A001 - `guidec.compile` reads as what it does
    """Compile a guide.

    A `Path` is a file, and so is a string of one line with the suffix of a guide or a draft (`.mdx`, `.md`, `.html`,
    `.yaml`, `.yml`, `.json`); any other string is MDX. A file belongs to the configuration nearest to it. What is wrong
    without keeping the guide from being compiled is what `check` gives.

    Raises `CompileError` where there is no guide, and `guidec.config.ConfigurationError` where that configuration is
    broken.
    """
    outcome = _outcome(path_or_text)
    if outcome.guide is None:
        raise CompileError(outcome.diagnostics)
    return outcome.guide


def check(path_or_text: Path | str) -> list[Diagnostic]:
    """Give what is wrong in a guide, by place; takes what `compile` takes, and raises only `ConfigurationError`."""
    return list(_outcome(path_or_text).diagnostics)


def diff(old: Guide | Path | str, new: Guide | Path | str) -> Diff:
    """Say what changed between two guides for readers and tools; takes guides, and what `compile` takes.

    They are taken for versions of one guide, whatever their ids. Raises `CompileError` where one of them is no guide.
    """
    before, after = (one if isinstance(one, Guide) else compile(one) for one in (old, new))
    return diff_of(before.source.path, after.source.path, compare_guides(Version(before), Version(after)))


def render(guide: Guide, target: str, options: Options | None = None) -> str:
    """Render a guide for a target (`json`, `html`, `config`, `connector`, `mdx`, `jsonld`).

    A target of several files gives the first, as `config` its YAML; `render_files` gives them all. The text is empty
    where the guide has nothing for the target. Raises what `render_files` raises.
    """
    return next(iter(render_files(guide, target, options).values()), "")


def render_files(guide: Guide, target: str, options: Options | None = None) -> dict[str, str]:
    """Render a guide for a target; give all its files by the path that they have below the output folder.

    Raises `CompileError` where the output would not be valid, and ValueError where there is no such target.
    """
    if target not in TARGETS:
        raise ValueError(f"Unexpected target {target!r}, expected one of {', '.join(TARGETS)}")
    options = options or Options()
    rendered = TARGETS[target].render(for_actions(guide, options.actions), options)
    if rendered.diagnostics and not rendered.files:
        raise CompileError(rendered.diagnostics)
    return dict(rendered.files)


def _outcome(path_or_text: Path | str) -> Outcome:
    if isinstance(path_or_text, str) and not _is_path(path_or_text):
        return run(Source(path_or_text, TEXT_PATH), Settings(), Loader(Files(Path()), sees_site=False))
    path = Path(path_or_text).absolute()
    settings = load_settings(path.parent)
    root = settings.content.absolute()
    if not path.is_relative_to(root):
        root = path.parent
    files = Files(root, settings.docs_root, settings.limits.file_size)
    return run_file(path.relative_to(root).as_posix(), settings, Loader(files))


def _is_path(text: str) -> bool:
    return text.endswith(GUIDE_SUFFIXES + DRAFT_SUFFIXES) and len(text.splitlines()) == 1
