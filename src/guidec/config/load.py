"""Finds the nearest configuration and reads it; anything that does not fit is a diagnostic with a place."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from guidec.config.names import ADMONITION_KINDS, CONCEPTS, DIALECTS
from guidec.config.own_targets import own_targets
from guidec.config.settings import Component, Limits, Override, OwnTarget, Settings
from guidec.config.table import Table
from guidec.diagnostics.diagnostic import Diagnostic
from guidec.diagnostics.rule import Severity
from guidec.diagnostics.rules.configuration import INVALID_CONFIGURATION, UNKNOWN_SETTING
from guidec.file_names import shown_path
from guidec.regular import open_regular
from guidec.source import Source
from guidec.targets import MODULES, installed_names

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_SIZE = 1 << 20
"""Bytes of a configuration, or of the file of a project that it stands in."""
DEEP_KEY = re.compile(r"(?<![\w\"'-])(?:[\w\"'-]++[ \t]*+\.[ \t]*+){100}")
"""A key of very many parts; reading it takes room for the square of them."""
OWN_FILE = "guidec.toml"
SHARED_FILE = "pyproject.toml"
OFF = "off"
OF_OUTPUTS = frozenset(["targets", "target", "connector"])
"""Settings that name other files, for outputs alone."""

_TOML_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


class ConfigurationError(Exception):
    """The configuration is broken; nothing was compiled."""

    def __init__(self, diagnostics: list[Diagnostic], source: Source) -> None:
        super().__init__(diagnostics[0].message)
        self.diagnostics = diagnostics
        self.source = source


def load_settings(start: Path) -> Settings:
    """Read the configuration nearest to the folder `start`: there or in a folder above, else the defaults.

    Raises ConfigurationError where it is broken.
    """
    real = Path(os.path.realpath(start))
    for folder in (real, *real.parents):
        settings = _load_own(folder / OWN_FILE) or _load_shared(folder / SHARED_FILE)
        if settings is not None:
            return settings
    return Settings()


def settings_in(source: Source, folder: Path) -> Settings | None:
    """Read the text of a configuration file, as `load_settings` would find it in `folder`, or another time in git.

    What it says of targets and outputs is left aside: these need other files on the disk. Raises ConfigurationError.
    """
    values, path = _own_values(source) if source.path.endswith(OWN_FILE) else _shared_values(source)
    if values is None:
        return None
    kept = {key: value for key, value in values.items() if key not in OF_OUTPUTS}
    return _read(kept, path, source, folder)


def _load_own(path: Path) -> Settings | None:
    if not path.is_file():
        return None
    source = _source(path)
    return _read(*_own_values(source), source, path.parent)


def _load_shared(path: Path) -> Settings | None:
    if not path.is_file():
        return None
    source = _source(path)
    values, place = _shared_values(source)
    return None if values is None else _read(values, place, source, path.parent)


def _own_values(source: Source) -> tuple[dict[str, Any], tuple[str, ...]]:
    return _parse(source), ()


def _shared_values(source: Source) -> tuple[dict[str, Any] | None, tuple[str, ...]]:
    """Give guidec's table of a shared file, None where there is none, and its place."""
    tool = _parse(source).get("tool")
    if not isinstance(tool, dict) or "guidec" not in tool:
        return None, ()
    if not isinstance(tool["guidec"], dict):
        message = "Unexpected value for `tool.guidec`, expected a table"
        raise ConfigurationError([Diagnostic.in_file(INVALID_CONFIGURATION, message, source.path)], source)
    return tool["guidec"], ("tool", "guidec")


def _source(path: Path) -> Source:
    try:
        with open_regular(Path(os.path.realpath(path))) as file:
            data = file.read(MAX_SIZE + 1)
        if len(data) <= MAX_SIZE:
            return Source(data.decode("utf-8"), shown_path(path))
        message = f"Unexpected size, expected a configuration of at most {MAX_SIZE} bytes"
    except OSError as error:
        message = f"Unexpected failure to read the configuration ({error.strerror}), expected a readable file"
    except UnicodeDecodeError as error:
        message = f"Unexpected byte 0x{error.object[error.start]:02x} at offset {error.start}, expected UTF-8"
    source = Source("", shown_path(path))
    raise ConfigurationError([Diagnostic.in_file(INVALID_CONFIGURATION, message, source.path)], source)


def _parse(source: Source) -> dict[str, Any]:
    import tomllib  # where there is no configuration, a build that changes nothing is a twentieth shorter without it

    message = "Unexpected depth of nesting or length of a number, expected a configuration"
    try:
        if not DEEP_KEY.search(source.text):
            return tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError([_syntax_error(str(error), source)], source) from error
    except (RecursionError, ValueError):  # ValueError: more digits than Python reads
        pass
    raise ConfigurationError([Diagnostic.in_file(INVALID_CONFIGURATION, message, source.path)], source)


def _syntax_error(message: str, source: Source) -> Diagnostic:
    place = _TOML_PLACE.search(message)
    reason = f"Unexpected syntax ({message[: place.start()] if place else message}), expected TOML"
    offset = len(source.text)
    if place and place[1]:
        offset = min(source.line_starts[int(place[1]) - 1] + int(place[2]) - 1, offset)
    return Diagnostic.at(INVALID_CONFIGURATION, reason, source.span(offset, offset))


def _read(values: dict[str, Any], path: tuple[str, ...], source: Source, folder: Path) -> Settings:
    table = Table(values, path, source, [])
    default = Settings()
    docs_root = table.text("docs_root")
    own = own_targets(table.table("target"), folder)
    settings = Settings(
        folder=folder,
        file=folder / Path(source.path).name,
        content=folder / (table.text("content") or default.content),
        docs_root=folder / docs_root if docs_root else None,
        whole_site=table.flag("whole_site"),
        out=folder / (table.text("out") or default.out),
        exclude=table.texts("exclude") or (),
        dialect=table.text("dialect", DIALECTS),
        base_url=table.site("base_url"),
        targets=_target_names(table, own),
        own_targets=own,
        connector_files=_connector_files(table.table("connector"), folder),
        components=_components(table.table("components")),
        severities=_severities(table.table("rules")),
        overrides=tuple(map(_override, table.tables("overrides"))),
        limits=_limits(table.table("limits")),
    )
    table.finish()
    if table.found:
        raise ConfigurationError(table.found, source)
    return settings


def _target_names(table: Table, own: tuple[OwnTarget, ...]) -> tuple[str, ...] | None:
    """Read the names of targets; those of installed packages are looked up only where another name stands."""
    known = [*MODULES, *(target.name for target in own)]
    named = table.values.get("targets")
    if isinstance(named, list) and any(name not in known for name in named):
        known += installed_names()
    return table.texts("targets", known)


def _connector_files(table: Table, folder: Path) -> Path | None:
    """Read where the connector files are that guides are merged into."""
    name = table.text("files")
    if name is not None and not (folder / name).exists():
        table.wrong(
            INVALID_CONFIGURATION, f"Unexpected absence of `{name}`, expected a file or folder", "files"
        )
    table.finish()
    return folder / name if name else None


def _limits(table: Table) -> Limits:
    default = Limits()
    limits = Limits(
        table.natural("file_size", default.file_size),
        table.natural("pieces", default.pieces),
        table.natural("nesting", default.nesting),
        table.natural("snippet_nodes", default.snippet_nodes),
        table.natural("expanded_text", default.expanded_text),
        table.natural("frontmatter_nodes", default.frontmatter_nodes),
    )
    table.finish()
    return limits


def _components(table: Table) -> Mapping[str, Component]:
    components = {name: _component(table, name) for name in table.values}
    return {name: component for name, component in components.items() if component is not None}


def _component(table: Table, name: str) -> Component | None:
    """Read `Hint = "tip"`, or a table with `concept` and the names of attributes."""
    if isinstance(table.values[name], dict):
        own, before = table.table(name), len(table.found)
        meaning = own.text("concept", (*CONCEPTS, *ADMONITION_KINDS))
        title, url = own.text("title"), own.text("url")
        own.finish()
        if meaning is None and len(own.found) == before:
            own.wrong(
                INVALID_CONFIGURATION, f"Unexpected component `{name}` without `concept`, expected a meaning"
            )
    else:
        meaning, title, url = table.text(name, (*CONCEPTS, *ADMONITION_KINDS)), None, None
    if meaning is None:
        return None
    kind = meaning if meaning in ADMONITION_KINDS else None
    return Component("admonition" if kind else meaning, kind, title, url)


def _override(table: Table) -> Override:
    """Read one `[[overrides]]`: `paths`, and `rules` as in the table of that name."""
    override = Override(table.texts("paths", required=True) or (), _severities(table.table("rules")))
    table.finish()
    return override


def _severities(table: Table) -> Mapping[str, Severity | None]:
    if not table.values:
        return {}
    # The table of rules is imported only by a project that configures rules: start-up is paid at every run.
    from guidec.diagnostics.rules import all_rules

    rules = all_rules()
    severities: dict[str, Severity | None] = {}
    for rule_id in table.values:
        if rule_id not in rules:
            table.unknown(UNKNOWN_SETTING, f"Unexpected rule `{rule_id}`", rule_id, rule_id, rules)
        elif severity := table.text(rule_id, (*Severity, OFF)):
            severities[rule_id] = None if severity == OFF else Severity(severity)
    return severities
