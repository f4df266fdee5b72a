"""Diagnostics for programs: the formats that commands share."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from guidec.diagnostics import Diagnostic

FORMATS = ("text", "json", "sarif", "github")


def add_output_format(parser: argparse.ArgumentParser) -> None:
    """Add the option that chooses the format."""
    parser.add_argument(
        "--output-format", choices=FORMATS, default="text", help="how to report (default: text)"
    )


def report(diagnostics: Sequence[Diagnostic], output_format: str) -> None:
    """Print diagnostics in any format but text."""
    if output_format == "json":
        from guidec.diagnostics.json_format import to_json

        print(to_json(diagnostics))
    elif output_format == "sarif":
        from guidec import __version__
        from guidec.diagnostics.sarif import to_sarif

        print(to_sarif(diagnostics, __version__))
    else:
        from guidec.diagnostics.github import to_github

        print("\n".join(map(to_github, diagnostics)), end="\n" if diagnostics else "")
