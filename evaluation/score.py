"""Scores guidec's extraction against the records that readers made of real guides.

    python3 evaluation/score.py [--half dev|held-out | --write] [--show] [--shared DIR]

Prints precision, recall and F1 of each field for each half, and F1 by dialect. Most of the guides are not in this
repository. Exit codes: 0 all records were scored, 1 some were not, 2 there are no guides.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from agreement import Comparison, compare
from facts import facts
from record import FIELDS, HALVES, Record, read_record
from sources import SHARED, TOP, changed, compile_at, place
from tables import Scores, differences, tables

RECORDS = Path(__file__).resolve().parent / "records"
PAGE = TOP / "docs" / "explanation" / "evaluation.md"
MARK = "<!-- Below: python3 evaluation/score.py --write -->\n"


def main(arguments: list[str] | None = None) -> int:
    """Score what the arguments ask for, print the tables, and give the exit code."""
    options = _parser().parse_args(arguments)
    if not options.shared.is_dir():
        print(f"There is no folder {options.shared} with guides: name it with --shared DIR", file=sys.stderr)
        return 2
    figures, all_scored = "", True
    for half in [options.half] if options.half else HALVES:
        scores, skipped = score_half(options.records / half, options.shared, show=options.show)
        figures += "\n".join(["", *tables(half, scores), ""])
        all_scored &= not skipped
    print(figures, end="")
    if options.write:
        text = PAGE.read_text(encoding="utf-8").partition(MARK)[0]
        PAGE.write_text(text + MARK + figures, encoding="utf-8")
    return 0 if all_scored else 1


def score_half(folder: Path, shared: Path, *, show: bool = False) -> tuple[Scores, list[str]]:
    """Score the records in a folder; also give the paths of the guides that could not be scored."""
    scores, skipped = Scores(), []
    for file in sorted(folder.rglob("*.yaml")):
        record = read_record(file)
        if others := changed(record, shared):
            print(f"not scored: {record.path}: the reader saw another {', '.join(others)}")
            skipped.append(record.path)
            continue
        comparisons = score(record, shared)
        scores.add(record.dialect, comparisons)
        for line in differences(record.path, place(record.path, shared), comparisons) if show else ():
            print(line)
    return scores, skipped


def score(record: Record, shared: Path) -> dict[str, Comparison]:
    """Compile the guide of a record and compare; nothing is found in a guide that does not compile."""
    outcome, _ = compile_at(place(record.root, shared), place(record.path, shared))
    if outcome.guide is None:
        print(f"not compiled: {record.path}: {outcome.diagnostics[0].message}")
    return compare(record, facts(outcome.guide) if outcome.guide else {field: [] for field in FIELDS})


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    whole = parser.add_mutually_exclusive_group()
    whole.add_argument("--half", choices=HALVES, help="score only this half of the records")
    whole.add_argument(
        "--write", action="store_true", help="put the figures into docs/explanation/evaluation.md, too"
    )
    parser.add_argument(
        "--show", action="store_true", help="show what was missed (-) and what is surplus (+)"
    )
    parser.add_argument("--shared", type=Path, default=SHARED, metavar="DIR", help="where the guides are")
    parser.add_argument("--records", type=Path, default=RECORDS, metavar="DIR", help="score these records")
    return parser


if __name__ == "__main__":
    sys.exit(main())
