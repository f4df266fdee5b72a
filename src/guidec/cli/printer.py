"""Prints diagnostics in the formats that commands share, and text not without end."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TextIO

from guidec.cli.terminal import wants_colour, width
from guidec.diagnostics.text import WIDTH, to_line, to_text

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Sequence

    from guidec.cli.site import Site
    from guidec.diagnostics.diagnostic import Diagnostic
    from guidec.diagnostics.statistics import Broken

LINES = ("text", "concise", "github")
"""Formats that need not know all diagnostics to show the first."""
FORMATS = (*LINES[:2], "json", "sarif", LINES[2])
MAX_SHOWN = 2000
"""Diagnostics of one run that are printed as lines; nobody reads more, and a log has an end."""
MAX_GATHERED = 20_000
"""Diagnostics of one run in a document; all are kept until it is written, and code scanning takes about as many."""


def add_output_format(parser: argparse.ArgumentParser, formats: Sequence[str] = FORMATS) -> None:
    """Add the option that chooses the format."""
    parser.add_argument(
        "--output-format",
        choices=formats,
        default="text",
        help="how to report: text shows the lines of source, concise does not (default: text)",
    )


class Printer:
    """Prints diagnostics in one format."""

    def __init__(self, stream: TextIO, output_format: str = "text") -> None:
        self._stream = stream
        self._format = output_format
        self._colour = wants_colour(stream)
        self._width = width(stream, WIDTH)
        self._seen = 0
        self._gathered: list[Diagnostic] = []
        """Those of a format that is one document."""

    @property
    def is_for_people(self) -> bool:
        """Whether a summary may stand beside what is printed."""
        return self._format in LINES[:2]

    def show(self, diagnostics: Iterable[Diagnostic], site: Site | None) -> None:
        """Print diagnostics of one content root; of files that belong to none, without the lines of source."""
        for diagnostic in diagnostics:
            self._seen += 1
            if self._format not in LINES:
                if self._seen <= MAX_GATHERED:
                    self._gathered.append(site.shown(diagnostic) if site else diagnostic)
            elif self._seen <= MAX_SHOWN:
                print(self._line(diagnostic, site), file=self._stream)

    def finish(self) -> None:
        """Print the document, or say what was not printed."""
        if self._format not in LINES and self._seen > MAX_GATHERED:
            from guidec.diagnostics.order import too_many

            self._gathered.append(too_many(self._gathered[-1].path, self._seen - MAX_GATHERED, "run"))
        if self._format == "json":
            from guidec.diagnostics.json_format import to_json

            print(to_json(self._gathered), file=self._stream)
        elif self._format == "sarif":
            from guidec import __version__
            from guidec.diagnostics.sarif import to_sarif

            print(to_sarif(self._gathered, __version__), file=self._stream)
        elif self._seen > MAX_SHOWN:
            print(f"... and {self._seen - MAX_SHOWN} more", file=self._stream)

    def _line(self, diagnostic: Diagnostic, site: Site | None) -> str:
        shown = site.shown(diagnostic) if site else diagnostic
        if self._format == "github":
            from guidec.diagnostics.github import to_github

            return to_github(shown)
        if self._format == "concise":
            return to_line(shown, colour=self._colour)
        source_of = site.source_of if site else lambda _: None
        return to_text(shown, source_of, colour=self._colour, width=self._width)


class StatisticsPrinter(Printer):
    """Prints how often each rule was broken, in place of the diagnostics."""

    FORMATS = ("text", "concise", "json")

    def __init__(self, stream: TextIO, output_format: str = "text") -> None:
        super().__init__(stream, output_format)
        self._counts: Counter[Broken] = Counter()

    def show(self, diagnostics: Iterable[Diagnostic], site: Site | None) -> None:  # noqa: ARG002
        """Count diagnostics, to be shown as a table at the end."""
        self._counts.update((found.rule, found.severity) for found in diagnostics)

    def finish(self) -> None:
        """Print how often each rule was broken."""
        import json

        from guidec.diagnostics.statistics import rule_counts, statistics_records, statistics_text

        counts = rule_counts(self._counts)
        if self._format == "json":
            print(json.dumps(statistics_records(counts), ensure_ascii=False, indent=2), file=self._stream)
        elif counts:
            print(statistics_text(counts), file=self._stream)
