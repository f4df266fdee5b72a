"""What stands in a project that has no configuration yet."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from glob import escape
from typing import TYPE_CHECKING

from guidec.build.parts import snippet_folder
from guidec.build.scan import scan
from guidec.files import Files
from guidec.guide.dialects import detect
from guidec.guide.scope import Unreadable
from guidec.guide.site import SITE_FILES
from guidec.loader import Loader
from guidec.source import Source

if TYPE_CHECKING:
    from pathlib import Path

CONTENT_FOLDERS = ("content", "docs", "guides", "src/content/docs", "content/docs", "pages", "src/pages")
"""Where guides usually are, the likeliest first."""
OUT_FOLDERS = ("build", "guidec-build")
"""Where outputs go; the second where the first holds something else."""
IMPORTED = re.compile(r"""\bfrom\s*["']([^"'\n]+\.mdx?)["']""")


@dataclass(frozen=True, slots=True)
class Found:
    """What a configuration would say."""

    content: str
    out: str
    guides: int
    """How many guides there are, without those that are left out."""
    docs_root: str | None
    """The folder with the description of the whole site, where that is not the content root."""
    dialect: str | None
    """What several guides are written for; None where guides differ, or where one alone or nothing tells."""
    exclude: tuple[str, ...]
    """Patterns of pages that others include."""


def find_project(folder: Path) -> Found:
    """Look for guides in `folder`, and for what they are written for."""
    content = _content(folder)
    docs_root = next(
        (name for name in (content, ".") if any((folder / name / site).is_file() for site in SITE_FILES)),
        content,
    )
    out = OUT_FOLDERS[
        (folder / OUT_FOLDERS[0]).exists() and not (folder / OUT_FOLDERS[0] / "manifest.json").exists()
    ]
    loader = Loader(Files(folder / content, folder / docs_root))
    paths = scan(folder / content, folder / out).guides if (folder / content).is_dir() else []
    sources = {path: source for path in paths if isinstance(source := loader.open_guide(path), Source)}
    exclude = _exclude(sources, loader)
    guides = scan(folder / content, folder / out, exclude).guides if paths else []
    dialects = Counter(detect(sources[path].text).name for path in guides if path in sources)
    told = [name for name in dialects if name != "plain"]
    return Found(
        content,
        out,
        len(guides),
        docs_root if docs_root != content else None,
        told[0] if len(told) == 1 and dialects[told[0]] > 1 else None,
        exclude,
    )


def _content(folder: Path) -> str:
    """Give the likeliest folder with guides in it: the top where a site is described there, else a usual name."""
    if any((folder / name).is_file() for name in SITE_FILES):
        return "."
    usual = (name for name in CONTENT_FOLDERS if (folder / name).is_dir() and scan(folder / name).guides)
    elsewhere = folder.is_dir() and any(path.endswith(".mdx") for path in scan(folder).guides)
    return next(usual, "." if elsewhere else CONTENT_FOLDERS[0])


def _exclude(sources: dict[str, Source], loader: Loader) -> tuple[str, ...]:
    patterns = {pattern for path in sources if (pattern := _snippets(path))}
    for path, source in sources.items():
        for specifier in IMPORTED.findall(source.text):
            included = loader.load(specifier, path)
            if not isinstance(included, Unreadable) and included.path in sources:
                patterns.add(_snippets(included.path) or escape(included.path))
    return tuple(sorted(patterns))


def _snippets(path: str) -> str | None:
    """Give the pattern of the folder for snippets that a page stands in, if it does."""
    folder = snippet_folder(path)
    return f"{escape(str(folder))}/*" if folder else None
