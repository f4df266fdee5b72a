"""`guidec serve`: show the checklists in a browser while somebody writes."""

from __future__ import annotations

import argparse
from threading import Thread
from typing import TYPE_CHECKING

from guidec.cli.arguments import natural
from guidec.cli.exit import CLEAN, UsageError
from guidec.cli.messages import Messages, add_verbosity
from guidec.cli.printer import LINES, add_output_format

if TYPE_CHECKING:
    from guidec.cli.building import Listener
    from guidec.cli.site import Site
    from guidec.serve.live import Live

PORT = 8000

DESCRIPTION = (
    "Build, show the checklists at http://127.0.0.1:8000/, and build again whenever a guide, a snippet, a template or "
    "the configuration is saved: open pages show the new form at once, and below it what is wrong. Only this machine "
    "can see the pages; Ctrl-C ends it."
)
EXAMPLES = """\
examples:
  guidec serve                 the configured content root
  guidec serve docs            the guides below docs/
  guidec serve --port 9000     at another port; 0 is any free one
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument(
        "content", nargs="?", metavar="CONTENT", help="the content root (default: as configured, content)"
    )
    parser.add_argument("--out", metavar="DIR", help="the output folder (default: as configured, build)")
    parser.add_argument(
        "--port", type=_port, default=PORT, metavar="N", help=f"where to listen (default: {PORT})"
    )
    parser.add_argument(
        "--jobs", type=natural, metavar="N", help="processes for the first build (default: one a processor)"
    )
    add_output_format(parser, LINES)
    add_verbosity(parser)
    parser.set_defaults(target=None, actions=None, check=False, no_cache=False, executor=None)


def run(arguments: argparse.Namespace) -> int:
    """Build and serve until somebody ends it."""
    from guidec.cli.building import build_again, make_job
    from guidec.serve.live import Live
    from guidec.serve.server import Server

    messages = Messages(arguments.verbosity)
    settings = make_job(arguments)[0].settings
    if "html" not in (settings.targets or ()):
        raise UsageError("guidec serve: error: Unexpected `targets` without `html`, expected pages to show")
    live = Live(settings.out)
    try:
        server = Server(live, arguments.port)
    except OSError as error:
        what = f"Unexpected failure to listen at port {arguments.port} ({error.strerror})"
        raise UsageError(f"guidec serve: error: {what}, expected a free one: `--port 0` finds one") from error
    with server:
        for number, built in enumerate(build_again(arguments, messages)):
            if isinstance(built, UsageError):
                live.refuse(str(built).partition("\n")[0])
            else:
                _publish(live, *built)
            if number == 0:
                Thread(target=server.serve_forever, daemon=True).start()
                arguments.jobs = 1  # no process is forked while threads run
                messages.say(f"Serving {server.url} (Ctrl-C ends)")
    return CLEAN


def _publish(live: Live, site: Site, listener: Listener) -> None:
    """Let open pages know what a build found."""
    from guidec.diagnostics.text import to_line
    from guidec.serve.live import Problem, page_of

    problems = [Problem(one.path, one.severity, to_line(site.shown(one))) for one in listener.found]
    live.publish(problems, {page_of(guide): files for guide, files in listener.inputs.items()})


def _port(text: str) -> int:
    if text != "0" and natural(text) > 65535:
        raise argparse.ArgumentTypeError(f"Unexpected port {text}, expected one from 0 to 65535")
    return int(text)
