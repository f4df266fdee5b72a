"""Lists the redirect URLs of all guides below a folder; ends with 1 where a guide cannot be compiled."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import guidec


def main(folder: str) -> int:
    """Print a line for each redirect URL: the guide, the provider, the URL, and the step that says so."""
    status = 0
    for path in sorted(Path(folder).rglob("*.mdx")):
        try:
            guide = guidec.compile(path)
        except guidec.CompileError as error:
            print(error, file=sys.stderr)
            status = 1
            continue
        for entry in guide.redirect_urls:
            provider = guide.provider.name if guide.provider else "-"
            print(guide.id, provider, entry.url, entry.step or "-", sep="\t")
    return status


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Usage: python redirect_urls.py FOLDER")
    try:
        status = main(sys.argv[1])
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads has seen enough, as `head` has
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python complains when it ends
        status = 1
    sys.exit(status)
