"""The library in several threads at once, from its very first use on: a server's workers start like that."""

import subprocess
import sys
from pathlib import Path

CONTENT = Path(__file__).parents[1] / "content"
THREADS = """
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import guidec
from guidec.targets import TARGETS

paths = sorted(Path(sys.argv[1]).rglob("*.mdx"))
count = 8
together = Barrier(count)


def outputs(first):
    together.wait()
    turned = paths[first:] + paths[:first]
    guides = {path: guidec.compile(path) for path in turned}
    return {path: [guidec.render_files(guides[path], name) for name in TARGETS] for path in paths}


sys.setswitchinterval(1e-6)
with ThreadPoolExecutor(count) as threads:
    first, *others = threads.map(outputs, range(count))
print(len(first), all(other == first for other in others))
"""

COMPLETE = """
from guidec.guide.models.place import Model
from guidec.targets import TARGETS


def models(model):
    return [model, *(each for below in model.__subclasses__() for each in models(below))]


print(len(TARGETS.values()), [model.__name__ for model in models(Model) if not model.__pydantic_complete__])
"""
READY = """
from guidec.mdx.parse import _parser

parser = _parser("mdx")
before = vars(parser.block.chains).copy()
parser.parse("# A\\n\\n- b *c*")
print([name for name, value in vars(parser.block.chains).items() if before.get(name) is not value])
"""


def test_threads_give_what_one_would() -> None:
    assert printed(THREADS, CONTENT).split() == [str(len(list(CONTENT.rglob("*.mdx")))), "True"]


def test_no_model_is_completed_at_its_first_use() -> None:
    assert printed(COMPLETE).endswith(" []")


def test_no_parser_makes_lists_of_rules_at_its_first_use() -> None:
    assert printed(READY) == "[]"


def printed(program: str, *arguments: Path) -> str:
    run = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, timeout=120, check=False
    )
    assert run.stderr == ""
    return run.stdout.strip()
