"""A project's own targets: a template, the format that its output must have, and what holds that."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from jinja2 import TemplateError

from guidec.diagnostics import Diagnostic, Note
from guidec.diagnostics.printable import printable
from guidec.diagnostics.rules.outputs import OUTPUT_INVALID, OUTPUT_PATH, TEMPLATE_ERROR
from guidec.source import Source
from guidec.targets.own.formats import read_back
from guidec.targets.own.paths import path_of
from guidec.targets.own.templates import failed_line, project_templates
from guidec.targets.own.validation import validator
from guidec.targets.target import Rendered, Target

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from jinja2 import Template

    from guidec.config.settings import OwnTarget
    from guidec.guide.models import Guide
    from guidec.targets.target import Options


def target_of(own: OwnTarget, folder: Path) -> Target:
    """Make the target that a configuration in `folder` describes."""
    return Target(own.name, f"the project's own: {own.path}", _Rendering(own, folder).render)


class _Rendering:
    """Renders guides for one target; what can be wrong in the target itself is found at the first."""

    def __init__(self, own: OwnTarget, folder: Path) -> None:
        self.own = own
        self.folder = folder

    @cached_property
    def template(self) -> Template:
        return project_templates(self.folder / self.own.template, html=self.own.format == "html")

    @cached_property
    def problems(self) -> Callable[[object], str | None]:
        return validator(self.own, self.folder)

    def render(self, guide: Guide, options: Options) -> Rendered:
        """Render the guide's file, or say why there is none."""
        path = path_of(self.own.path, guide)
        if path is None:
            message = f"Unexpected guide without what `{self.own.path}` names, expected one that has it"
            return self._failed(guide, Diagnostic.in_file(OUTPUT_PATH, message, guide.source.path))
        try:
            text = self.template.render(guide=guide, options=options)
        except Exception as error:  # whatever an expression of the project's runs into
            return self._failed(guide, self._template_error(guide, error))
        try:
            problem = self.problems(read_back(self.own.format, text))
        except ValueError as error:
            problem = str(error)
        if problem is None:
            return Rendered({path: text})
        message = f"Unexpected content of `{path}` ({printable(problem, 300)}), expected {self._expected()}"
        return self._failed(guide, Diagnostic.in_file(OUTPUT_INVALID, message, guide.source.path))

    def _expected(self) -> str:
        held = self.own.schema or self.own.model
        return f"{self.own.format} that `{held}` allows" if held else f"valid {self.own.format}"

    def _template_error(self, guide: Guide, error: Exception) -> Diagnostic:
        name, line = failed_line(error, self.folder / self.own.template)
        said = error.message if isinstance(error, TemplateError) and error.message else str(error)
        what = f"{type(error).__name__}: {printable(said, 300)}"
        message = f"Unexpected failure in line {line} of `{name}` ({what}), expected text for `{guide.id}`"
        found = Diagnostic.in_file(TEMPLATE_ERROR, message, guide.source.path)
        return found
