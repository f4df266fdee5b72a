"""The way of one guide: read, compile, render."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from guidec.diagnostics.diagnostic import Diagnostic
from guidec.diagnostics.ignore import without_ignored
from guidec.diagnostics.order import reported
from guidec.diagnostics.rules.files import INTERNAL_ERROR
from guidec.garbage import uncollected
from guidec.guide.compile import compile_guide
from guidec.targets.actions import for_actions
from guidec.targets.target import Options, Target

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from guidec.config import Settings
    from guidec.guide.models import Guide
    from guidec.loader import Loader
    from guidec.source import Source


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one guide."""

    guide: Guide | None
    """None where the file could not be read or is no valid MDX; then a diagnostic of severity error says why."""
    files: Mapping[str, str]
    """The outputs, by path below the output folder."""
    diagnostics: tuple[Diagnostic, ...]
    """As the configuration wants them, by place."""
    actions: tuple[str, ...] = ()
    """The ids of all actions that the guide offers, also where it was rendered for some."""


def run_file(
    path: str,
    settings: Settings,
    loader: Loader,
    targets: Sequence[Target] = (),
    options: Options | None = None,
) -> Outcome:
    """Take the guide at `path`, relative to the content root, through all stages.

    Where guidec itself fails, that is one more diagnostic: a defect must cost one guide, not a thousand.
    """
    source = loader.open_guide(path)
    if isinstance(source, Diagnostic):
        return Outcome(None, {}, (source,))
    try:
        with uncollected():
            return run(source, settings, loader, targets, options)
    except Exception as error:
        message = f"Unexpected failure inside guidec ({type(error).__name__}: {error}), expected a result"
        return Outcome(None, {}, (Diagnostic.in_file(INTERNAL_ERROR, message, path),))


def run(
    source: Source,
    settings: Settings,
    loader: Loader,
    targets: Sequence[Target] = (),
    options: Options | None = None,
) -> Outcome:
    """Take the guide in `source` through all stages; without targets it is only compiled and checked."""
    compiled = compile_guide(source, settings, loader)
    options = options or Options()
    guide = compiled.guide and for_actions(compiled.guide, options.actions)
    diagnostics = list(compiled.diagnostics)
    rendered = [target.render(guide, options) for target in targets] if guide else []
    files = {path: text for one in rendered for path, text in one.files.items()}
    diagnostics += (diagnostic for one in rendered for diagnostic in one.diagnostics)
    if guide:
        looked_for = {rule.id for target in targets for rule in target.rules}
        diagnostics = without_ignored(diagnostics, compiled.ignores, source.path, looked_for)
    offered = tuple(action.id for action in compiled.guide.actions) if compiled.guide else ()
    chosen = reported(diagnostics, settings.severities_of, keep_errors=guide is None)
    return Outcome(guide, files, chosen, offered)
