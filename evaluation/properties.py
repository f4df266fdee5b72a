"""Holds guides against their sources: nothing lost, every place true, data and MDX that read back as the same guide.

    python3 evaluation/properties.py ROOT... [--show N]

ROOT is a folder of guides (`.mdx`), which is also the content root. Prints how many guides each property was found true
of, and the first differences; the exit code is 1 where there is any.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from guidec.config import Settings
from guidec.files import Files
from guidec.loader import Loader
from guidec.pipeline import run
from guidec.source import Source
from guidec.targets import TARGETS
from guidec.targets.target import Options
from lossless import checks
from lossless.source_walk import Walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidec.guide.models import Guide


def main(arguments: list[str] | None = None) -> int:
    """Check all guides below some folders."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("roots", metavar="ROOT", type=Path, nargs="+", help="a folder of guides")
    parser.add_argument(
        "--show", type=int, default=10, metavar="N", help="differences to show of each property"
    )
    options = parser.parse_args(arguments)
    held: Counter[str] = Counter()
    broken: Counter[str] = Counter()
    for root in options.roots:
        for path in sorted(root.rglob("*.mdx")):
            name = path.relative_to(root).as_posix()
            for prop, difference in check(root, name):
                (broken if difference else held)[prop] += 1
                if difference and broken[prop] <= options.show:
                    print(f"{name}: {prop}: {difference}")
    for prop in held | broken:
        print(f"{prop:20} {held[prop]:6} of {held[prop] + broken[prop]}")
    return 1 if broken else 0


def check(root: Path, path: str) -> Iterator[tuple[str, str | None]]:
    """Give each property with the first difference that one guide shows, or None; nothing for a guide with errors."""
    loader = Loader(Files(root))
    source = loader.open_guide(path)
    guide = compiled(source, loader) if isinstance(source, Source) else None
    if guide is None or not isinstance(source, Source):
        return
    seen = Walk(source, loader).seen
    texts = texts_behind(loader, source)
    yield "words", next(checks.words(seen, guide), None)
    yield "components", next(checks.components(seen, guide), None)
    yield "links and images", next(checks.links_and_images(seen, guide), None)
    yield "text and Markdown", next(checks.both_forms(seen, guide), None)
    yield "places", next(checks.places(guide, texts), None)
    yield "JSON", next(checks.round_trip(guide), None)
    yield "MDX", next(written_again(guide, loader), None)


def compiled(source: Source, loader: Loader) -> Guide | None:
    """Compile a guide."""
    return run(source, Settings(), loader).guide


def texts_behind(loader: Loader, source: Source) -> dict[str | None, str]:
    """Give the texts of a guide's files; its own has no path."""
    paths = [path for path in loader.inputs if path != source.path]
    read = {path: loader.load(f"/{path}", source.path) for path in paths}
    return {None: source.text} | {path: file.text for path, file in read.items() if isinstance(file, Source)}


def written_again(guide: Guide, loader: Loader) -> Iterator[str]:
    """Compile a guide's own MDX; tell of the first difference."""
    rendered = TARGETS["mdx"].render(guide, Options())
    text = next(iter(rendered.files.values()), None)
    again = None if text is None else compiled(Source(text, guide.source.path), loader)
    if again is None:
        yield "no guide comes of the regenerated MDX"
    else:
        yield from checks.same(guide, again)


if __name__ == "__main__":
    sys.exit(main())
