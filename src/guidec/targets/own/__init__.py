"""A project's own targets: a template, the format that its output must have, and what that is held to."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from jinja2 import TemplateError

from guidec.diagnostics import Diagnostic
from guidec.diagnostics.printable import printable
from guidec.diagnostics.rules.outputs import OUTPUT_INVALID, OUTPUT_PATH, TEMPLATE_ERROR
from guidec.targets.own.formats import read_back
from guidec.targets.own.paths import path_of
from guidec.targets.own.templates import MISTAKES, failed_line, line_at, load_template
from guidec.targets.own.validation import NoValidatorError, validator
from guidec.targets.target import Rendered, Target

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from jinja2 import Template

    from guidec.config.settings import OwnTarget
    from guidec.diagnostics import Rule
    from guidec.guide.models import Guide
    from guidec.targets.target import Options

REASON_LENGTH = 300


def target_of(own: OwnTarget, folder: Path) -> Target:
    """Make the target that a configuration in `folder` describes."""
    return Target(own.name, f"the project's own, {own.path}", _Renderer(own, folder).render)


class _Renderer:
    """Renders guides for one target; its template and its schema or model are read for the first of them."""

    def __init__(self, own: OwnTarget, folder: Path) -> None:
        self.own = own
        self.folder = folder

    @cached_property
    def template(self) -> Template:
        name = (self.folder / self.own.template).name
        return load_template(name, self.own.templates(self.folder), html=self.own.format == "html")

    @cached_property
    def problem_of(self) -> Callable[[object], str | None]:
        return validator(self.own, self.folder)

    def render(self, guide: Guide, options: Options) -> Rendered:
        """Render the file for `guide`, or say why there is none."""
        path = path_of(self.own.path, guide)
        if path is None:
            message = f"Unexpected absence of what `{self.own.path}` names, expected a guide that has it"
            return _failed(guide, OUTPUT_PATH, message)
        try:
            text = self.template.render(guide=guide, options=options)
        except Exception as error:  # whatever an expression in the template runs into
            return Rendered({}, (self._template_error(guide, error),))
        try:
            problem = self.problem_of(read_back(self.own.format, text))
        except NoValidatorError as error:
            return Rendered({}, (self._validator_error(error),))
        except ValueError as error:
            problem = str(error)
        if problem is None:
            return Rendered({path: text})
        held = self.own.schema or self.own.model
        expected = f"what `{held}` allows" if held else f"valid {self.own.format}"
        message = f"Unexpected content of `{path}` ({printable(problem, REASON_LENGTH)}), expected {expected}"
        return _failed(guide, OUTPUT_INVALID, message)

    def _validator_error(self, error: NoValidatorError) -> Diagnostic:
        """Report what is wrong in a schema or model there, in the same words for all guides."""
        reason = printable(str(error), REASON_LENGTH)
        message = f"Unexpected schema or model ({reason}), expected one to hold outputs to"
        return Diagnostic.at(OUTPUT_INVALID, message, line_at(self.folder / error.file, 1))

    def _template_error(self, guide: Guide, error: Exception) -> Diagnostic:
        """Report a mistake of the template in the template, in the same words for all guides; others on the guide."""
        name, line = failed_line(error, self.own.template)
        if isinstance(error, MISTAKES):
            message = (
                f"Unexpected failure of the template ({_reason(error)}), expected an output for each guide"
            )
            return Diagnostic.at(TEMPLATE_ERROR, message, line_at(self.folder / name, line))
        failure = f"Unexpected failure in line {line} of `{name}` ({_reason(error)})"
        message = f"{failure}, expected an output for `{guide.id}`"
        return Diagnostic.in_file(TEMPLATE_ERROR, message, guide.source.path)


def _reason(error: Exception) -> str:
    """Say what went wrong; errors of Jinja say it without the name of their class."""
    said = str(error) if isinstance(error, TemplateError) else f"{type(error).__name__}: {error}"
    return printable(said, REASON_LENGTH)


def _failed(guide: Guide, rule: Rule, message: str) -> Rendered:
    return Rendered({}, (Diagnostic.in_file(rule, message, guide.source.path),))
