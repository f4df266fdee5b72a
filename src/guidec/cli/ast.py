"""`guidec ast`: print the syntax tree of MDX as mdast JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from guidec.cli.exit import CLEAN, FOUND_ERRORS, UsageError

if TYPE_CHECKING:
    import argparse

    from guidec.build.scan import Scan
    from guidec.diagnostics import Diagnostic
    from guidec.files import Files
    from guidec.mdx.nodes import Root

DESCRIPTION = "Print the syntax tree of MDX in unist terms. Columns and offsets count code points."
EXAMPLES = """\
examples:
  guidec ast content/okta.mdx                        one tree, indented
  guidec ast --jsonl content > trees.jsonl           one for each file, a line each
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("file", nargs="?", metavar="FILE", help="one file; its tree is indented")
    what.add_argument(
        "--jsonl",
        metavar="ROOT",
        help='every .mdx file below ROOT, one {"path", "tree"} or {"path", "error"} a line, paths relative to ROOT',
    )


def run(arguments: argparse.Namespace) -> int:
    """Print one tree or many."""
    return _print_all(Path(arguments.jsonl)) if arguments.jsonl else _print_one(arguments.file)


def _print_one(file: str) -> int:
    from guidec.cli.printer import Printer
    from guidec.cli.site import file_site

    if not Path(file).exists():
        raise UsageError(f"guidec ast: error: Unexpected path `{file}`, expected a file that exists")
    site, path = file_site(file)
    tree, errors = _parse(site.files, path)
    if tree is None:
        Printer(sys.stderr).show(errors, site)
        return FOUND_ERRORS
    print(json.dumps(tree, ensure_ascii=False, indent=2))
    return CLEAN


def _print_all(root: Path) -> int:
    from guidec.files import Files

    if not root.is_dir():
        raise UsageError(f"guidec ast: error: Unexpected path `{root}`, expected a folder that exists")
    files, status = Files(root), CLEAN
    found = _mdx_files(root)
    for diagnostic in found.diagnostics:
        _print_line(diagnostic.path, {"error": _error(diagnostic)})
        status = FOUND_ERRORS
    for path in sorted(found.guides):
        tree, errors = _parse(files, path)
        _print_line(path, {"tree": tree} if tree else {"error": _error(errors[0])})
        status = status if tree else FOUND_ERRORS
    return status


def _mdx_files(root: Path) -> Scan:
    """Find all MDX files below a folder, those with hidden names too, and the folders that cannot be read."""
    from guidec.build.scan import Scan, entries

    found, folders = Scan(), [""]
    while folders:
        folder = folders.pop()
        for entry in entries(root, folder, found):
            path = folder + entry.name
            if entry.is_dir(follow_symlinks=False):
                folders.append(f"{path}/")
            elif path.endswith(".mdx"):
                found.guides.append(path)
    return found


def _print_line(path: str, what: dict[str, Any]) -> None:
    from guidec.file_names import as_text

    print(json.dumps({"path": as_text(path), **what}, ensure_ascii=False))


def _parse(files: Files, path: str) -> tuple[dict[str, Any] | None, list[Diagnostic]]:
    """Give the tree of a file, or the errors that keep it from having one."""
    from guidec.diagnostics import Diagnostic, Severity
    from guidec.files import decode
    from guidec.mdx.parse import parse_mdx
    from guidec.mdx.unist import to_dict

    data = files.read_bytes(path)
    source = data if isinstance(data, Diagnostic) else decode(data, path)
    if isinstance(source, Diagnostic):
        return None, [source]
    root: Root = parse_mdx(source)
    errors = [found for found in root.diagnostics if found.severity is Severity.ERROR]
    return (None, errors) if errors else (to_dict(root), [])


def _error(diagnostic: Diagnostic) -> dict[str, Any]:
    return {
        "line": diagnostic.start.line,
        "column": diagnostic.start.column,
        "reason": diagnostic.message,
        "rule": diagnostic.rule.id,
    }
