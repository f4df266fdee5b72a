"""The settings of a project, with their defaults."""

from __future__ import annotations

from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guidec.diagnostics.rule import Severity


@dataclass(frozen=True, slots=True)
class Limits:
    """What a guide may cost; beyond it stands a diagnostic, each limit with its own rule."""

    file_size: int = 16 * 1024 * 1024
    """Bytes of one file."""
    pieces: int = 300_000
    """Pieces of markup and text that one file is made of."""
    nesting: int = 200
    """Levels of containers, elements and expressions inside each other."""
    snippet_nodes: int = 100_000
    """Nodes that snippets bring into one guide."""
    expanded_text: int = 4_000_000
    """Characters that names, references and snippets bring into one guide."""
    frontmatter_nodes: int = 10_000
    """Nodes of one guide's YAML frontmatter, aliases expanded."""


@dataclass(frozen=True, slots=True)
class Component:
    """What a component of the project's own means."""

    concept: str
    """One of `config.names.CONCEPTS`."""
    kind: str | None = None
    """The kind of an admonition, one of `config.names.ADMONITION_KINDS`."""
    title: str | None = None
    """The attribute that holds the title; None where it is called as usual."""
    url: str | None = None
    """The attribute that holds an address or path; None where it is called as usual."""


@dataclass(frozen=True, slots=True)
class Override:
    """Severities that hold for some files only."""

    paths: tuple[str, ...]
    """Patterns of paths below the content root, as `fnmatch` reads them."""
    severities: Mapping[str, Severity | None]
    """As `Settings.severities`."""


@dataclass(frozen=True, slots=True)
class OwnTarget:
    """A target that the project describes itself; paths are relative to the configuration's folder."""

    name: str
    """As `--target` takes it; also the folder that it writes into."""
    template: str
    """The path of the Jinja template."""
    path: str
    """The pattern of the paths that it writes, below the output folder: `terraform/{id}.tf.json`."""
    format: str
    """What the output is read back as, one of `config.names.FORMATS`."""
    schema: str | None = None
    """The path of the JSON Schema that the output is held to."""
    model: str | None = None
    """The pydantic model that the output is held to, as `package.module:Model`."""

    def templates(self, folder: Path) -> list[Path]:
        """Give the files that its template can be made of: itself, and those beside it that end in the same way."""
        template = folder / self.template
        return sorted(file for file in template.parent.glob(f"*{template.suffix}") if file.is_file())

    def files(self, folder: Path) -> list[Path]:
        """Give all files of the project in `folder` that decide about its outputs."""
        named = [self.schema] if self.schema else []
        if self.model:
            module = self.model.partition(":")[0].replace(".", "/")
            named += [f"{module}.py", f"{module}/__init__.py"]
        files = (folder / name for name in named)
        return [*self.templates(folder), *(file for file in files if file.is_file())]


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that the configuration decides, paths already resolved against its own folder."""

    folder: Path = Path()
    """The folder of the configuration file; the current one where there is none."""
    file: Path | None = None
    """The configuration file; None where there is none."""
    content: Path = Path("content")
    """The content root."""
    docs_root: Path | None = None
    """What `/snippets/x.mdx` is relative to; None means the content root."""
    whole_site: bool = False
    """Whether the docs root holds the whole site, so that a link to `/x` must lead to a file there."""
    out: Path = Path("build")
    """The output folder."""
    exclude: tuple[str, ...] = ()
    """Patterns of paths below the content root that are no guides, as `fnmatch` reads them."""
    dialect: str | None = None
    """The dialect of all guides; None means that each guide's own is told from its text."""
    base_url: str | None = None
    """The site that a guide's own links (`/guides/x`) are relative to; no trailing slash."""
    targets: tuple[str, ...] | None = None
    """The targets to write; None means guidec's and the project's own, not those of installed packages."""
    own_targets: tuple[OwnTarget, ...] = ()
    """The targets that the project describes itself."""
    connector_files: Path | None = None
    """A connector file, or a folder of them, to merge guides into; nothing is ever written there."""
    components: Mapping[str, Component] = field(default_factory=dict)
    """The project's own components by name."""
    severities: Mapping[str, Severity | None] = field(default_factory=dict)
    """Severities by rule id that differ from the rule's own; None turns a rule off."""
    overrides: tuple[Override, ...] = ()
    """Severities for some files; the last one that fits a path counts."""
    limits: Limits = Limits()

    def severities_of(self, path: str) -> Mapping[str, Severity | None]:
        """Give the severities that hold for the file at `path`, relative to the content root."""
        severities = dict(self.severities)
        for override in self.overrides:
            if any(fnmatchcase(path, pattern) for pattern in override.paths):
                severities |= override.severities
        return severities
