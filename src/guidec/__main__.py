"""guidec as a program: `guidec` and `python -m guidec`."""

import atexit
import gc
import sys

from guidec.cli import main


def program() -> int:
    """Run guidec in a process of its own; give its exit code."""
    # Python looks for garbage once more before it ends: after a build of one guide that took a tenth of all its time.
    atexit.register(gc.freeze)
    return main()


if __name__ == "__main__":
    sys.exit(program())
