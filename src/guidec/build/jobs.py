"""Runs batches of work on any executor, in order, with a bounded number of them under way."""

from __future__ import annotations

import os
import signal
import sys
from collections import deque
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from guidec.garbage import keep, kept

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
    from concurrent.futures import Executor, Future
    from multiprocessing.process import BaseProcess

Result = TypeVar("Result")

BATCH = 8
"""Guides that travel together: enough to make the way worth it, few enough to share the last ones evenly."""
LARGEST_BATCH = 64
"""Guides that travel together to a cluster where there are many: its scheduler takes a millisecond a batch."""
ROUNDS = 16
"""Batches that each worker of a cluster is to have at least, before they become larger."""
UNDER_WAY = 3
"""Batches per process that are handed out ahead of the one whose result is awaited."""


def default_jobs() -> int:
    """Give the number of processors that this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def batches(items: Iterable[str], size: int = BATCH) -> Iterator[list[str]]:
    """Cut items into lists of at most `size`."""
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch


def run_batches(
    work: Callable[[Sequence[str]], list[Result]],
    items: Sequence[str],
    jobs: int,
    executor: Executor | None = None,
) -> Generator[Result, None, None]:
    """Give the results of `work` over all items, in their order, however many processes share it.

    Without an executor the work is done in this process where one batch or one job is all there is, else in processes.
    An executor that is passed in, such as a cluster's, is not shut down.
    """
    if executor:
        size = min(max(BATCH, len(items) // (jobs * ROUNDS)), LARGEST_BATCH)
        yield from _in_order(work, batches(items, size), executor, jobs * UNDER_WAY)
    elif items:
        with kept():
            # Whatever the first guide makes Python import and prepare is there for all processes forked from this one.
            yield from work(items[:1])
            keep()
            yield from _run_here(work, items[1:], jobs)


def _run_here(
    work: Callable[[Sequence[str]], list[Result]], items: Sequence[str], jobs: int
) -> Iterator[Result]:
    if jobs == 1 or len(items) < BATCH:
        for batch in batches(items):
            yield from work(batch)
    else:
        with _processes(min(jobs, -(-len(items) // BATCH))) as processes:
            yield from _in_order(work, batches(items), processes, jobs * UNDER_WAY)


def _in_order(
    work: Callable[[Sequence[str]], list[Result]],
    todo: Iterable[list[str]],
    executor: Executor,
    under_way: int,
) -> Iterator[Result]:
    futures: deque[Future[list[Result]]] = deque()
    for batch in todo:
        futures.append(executor.submit(work, batch))
        if len(futures) >= under_way:
            yield from futures.popleft().result()
    while futures:
        yield from futures.popleft().result()


@contextmanager
def _processes(number: int) -> Iterator[Executor]:
    # Only a build of many guides pays for these imports.
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    context = get_context("fork" if sys.platform == "linux" else None)
    executor = ProcessPoolExecutor(number, mp_context=context, initializer=_follow_parent)
    try:
        yield executor
    finally:
        executor.shutdown(cancel_futures=True)


def _follow_parent() -> None:
    """Let a batch finish its files at Ctrl-C or a closed terminal, and end when the parent process is gone."""
    from multiprocessing import parent_process
    from threading import Thread

    if parent := parent_process():
        Thread(target=_end_after, args=(parent,), daemon=True).start()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # how the executor ends a process


def _end_after(parent: BaseProcess) -> None:
    """Wait for the end of the parent; one that was killed would leave its workers waiting for work for ever."""
    parent.join()
    os._exit(1)
