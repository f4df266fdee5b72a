"""The site around a guide, as far as it can be seen: other pages, their anchors, redirects."""

from __future__ import annotations

import json
import posixpath
import re
from functools import cached_property
from typing import TYPE_CHECKING, Any

from guidec.file_names import GUIDE_SUFFIXES
from guidec.guide.anchors import anchors_of
from guidec.guide.cover import read_cover
from guidec.guide.expand import expand
from guidec.guide.expansion import Expansion
from guidec.guide.formats.parse import parse
from guidec.mdx import nodes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guidec.config.settings import Settings
    from guidec.guide.anchors import Anchors
    from guidec.guide.dialects import Meaning
    from guidec.guide.scope import Loader

SITE_FILES = ("docs.json", "mint.json")
"""Where Mintlify says what a site holds; the folder that it stands in is all of the site."""
GENERATED = "api-reference"
"""Where pages made of an OpenAPI file stand, if nothing else is said."""
PARAMETER = re.compile(r":[A-Za-z_]\w*\*?|\*")
GENERATES = re.compile(r"^\s*(?:openapi|asyncapi|api|url)\s*:", re.MULTILINE)
"""Frontmatter that makes a page of something else than its text."""


class Site:
    """What links of one guide can lead to."""

    def __init__(self, settings: Settings, loader: Loader, vocabulary: Mapping[str, Meaning]) -> None:
        self._settings = settings
        self._loader = loader
        self._vocabulary = vocabulary

    @cached_property
    def is_whole(self) -> bool:
        """Whether the docs root holds the whole site, so that what is not there does not exist."""
        return self._settings.whole_site or self._description is not None

    def find(self, path: str) -> str | None:
        """Give the file behind an address below the content root; a folder has a slash at its end."""
        return self._loader.look_up(f"page {path}")

    def names(self, folder: str) -> list[str]:
        """Give what the addresses of the pages in a folder below the content root end in."""
        return self._loader.names(folder)

    def in_site(self, path: str) -> str:
        """Give an address from the top of the site as one below the content root."""
        return posixpath.normpath(posixpath.join(self._loader.docs_root, path.lstrip("/")))

    def leads_elsewhere(self, path: str) -> bool:
        """Tell whether a page need not exist at an address from the top of the site: redirected, or generated."""
        if path in ("", "/") or any(source.fullmatch(path) for source in self._redirects):
            return True
        return any(path.strip("/").startswith(folder) for folder in self._generated)

    def anchors(self, path: str) -> Anchors | None:
        """Give the anchors of the page in a file; None where it is no page, or cannot be read."""
        if not path.endswith(GUIDE_SUFFIXES):
            return None
        with self._loader.aside(path) as known:
            if path not in known:
                known[path] = self._read_anchors(path)
            return known[path]

    def _read_anchors(self, path: str) -> Anchors | None:
        source = self._loader.open_page(path)
        if source is None:
            return None
        limits = self._settings.limits
        parsed = parse(source, limits.pieces)
        if any(found.severity == "error" for found in parsed.root.diagnostics):
            return None
        expansion = Expansion(
            self._vocabulary,
            self._loader,
            limits.snippet_nodes,
            limits.nesting + 2,
            limits.expanded_text,
            limits.pieces,
        )
        content, _ = expand(parsed, expansion)
        first = parsed.root.children[0] if parsed.root.children else None
        generated = isinstance(first, nodes.Yaml) and GENERATES.search(first.value)
        title = read_cover(parsed.root, limits.frontmatter_nodes).title
        files = (parsed, *expansion.parsed.values())
        return anchors_of(content, files, title, complete=not expansion.diagnostics and not generated)

    @cached_property
    def _description(self) -> dict[str, Any] | None:
        for name in SITE_FILES:
            source = self._loader.open_page(posixpath.join(self._loader.docs_root, name))
            if source is None:
                continue
            try:
                described = json.loads(source.text)
            except (ValueError, RecursionError):
                return None
            return described if isinstance(described, dict) else None
        return None

    @cached_property
    def _redirects(self) -> list[re.Pattern[str]]:
        listed = (self._description or {}).get("redirects")
        entries = [entry for entry in listed if isinstance(entry, dict)] if isinstance(listed, list) else []
        return [_pattern(str(entry.get("source", ""))) for entry in entries]

    @cached_property
    def _generated(self) -> list[str]:
        """Folders in which pages stand that are made of an OpenAPI file."""
        folders: list[str] = []
        stack: list[Any] = [self._description]
        while stack:
            value = stack.pop()
            if isinstance(value, list):
                stack += value
            elif isinstance(value, dict):
                stack += value.values()
                if "openapi" in value or "asyncapi" in value:
                    described = value.get("openapi", value.get("asyncapi"))
                    named = described.get("directory") if isinstance(described, dict) else None
                    folders.append(str(named or GENERATED).strip("/"))
        return folders


def _pattern(source: str) -> re.Pattern[str]:
    """Give the pattern of a redirect's source: `/old/:page`, `/old/:path*`."""
    pieces: list[str] = []
    done = 0
    for parameter in PARAMETER.finditer(source):
        pieces += [
            re.escape(source[done : parameter.start()]),
            ".*" if parameter.group().endswith("*") else "[^/]+",
        ]
        done = parameter.end()
    return re.compile("".join([*pieces, re.escape(source[done:].rstrip("/") or source[done:]), "/?"]))
