"""Fuzz guidec: `python3 fuzz/run.py [TARGET ...] [--seconds N]`, in an environment with the extra `fuzz`.

Without a target each has its turn. What was learnt stays in `fuzz/corpus/`, which a later run starts from; an input
that breaks a promise is written to `fuzz/found/` and belongs into `tests/properties/found/` once it is understood.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from promises import PROMISES

HERE = Path(__file__).resolve().parent
CONTENT = HERE.parent / "content"
ONE_INPUT = 5
"""Seconds that one input may take; ordinary ones take milliseconds."""
MEMORY = 1024
"""Megabytes."""
LENGTH = 4096
"""Bytes of an input; what grows with the length is the concern of other tests."""


def main() -> int:
    """Run the targets that were asked for; give 1 where one of them broke a promise."""
    parser = argparse.ArgumentParser(description="Fuzz guidec, one target after the other.")
    parser.add_argument(
        "targets", nargs="*", metavar="TARGET", choices=[[], *PROMISES], help=", ".join(PROMISES)
    )
    parser.add_argument(
        "--seconds", type=int, default=60, metavar="N", help="time for each target (default: 60)"
    )
    arguments = parser.parse_args()
    broken = [name for name in arguments.targets or PROMISES if fuzz(name, arguments.seconds)]
    print(f"broken: {', '.join(broken)}" if broken else "every promise held")
    return bool(broken)


def fuzz(name: str, seconds: int) -> int:
    """Run one target in a process of its own, as libFuzzer wants; give its exit status."""
    corpus, found = HERE / "corpus" / name, HERE / "found" / name
    for folder in (corpus, found):
        folder.mkdir(parents=True, exist_ok=True)
    options = [
        f"-max_total_time={seconds}",
        f"-timeout={ONE_INPUT}",
        f"-rss_limit_mb={MEMORY}",
        f"-max_len={LENGTH}",
        f"-dict={HERE / 'words.dict'}",
        f"-artifact_prefix={found}/",
        "-print_final_stats=1",
    ]
    print(f"\n== {name}", flush=True)
    command = [sys.executable, str(HERE / "target.py"), name, *options, str(corpus), str(CONTENT)]
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
