"""Clusters that take the work of a build: their executors speak as those of `concurrent.futures` do."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import Executor

DASK = "dask://"
SECONDS_TO_CONNECT = 10


class ClusterError(Exception):
    """No cluster can be had at an address; the message says why."""


@contextmanager
def connected(address: str) -> Iterator[tuple[Executor, int]]:
    """Give the executor of the cluster at `address`, such as `dask://host:8786`, and how many tasks it runs at once.

    Its machines need guidec, and the folders of the build under the same paths. Raises `ClusterError`.
    """
    if not address.startswith(DASK):
        raise ClusterError(f"Unexpected address `{address[:80]}`, expected {DASK}HOST:PORT")
    try:
        import distributed
    except ImportError:
        raise ClusterError(
            "Unexpected lack of the library distributed, expected: pip install 'guidec[dask]'"
        ) from None
    connect: Callable[..., Any] = distributed.Client  # its types are not told
    try:
        client = connect(
            f"tcp://{address.removeprefix(DASK)}", timeout=SECONDS_TO_CONNECT, set_as_default=False
        )
    except (OSError, ValueError):
        message = f"Unexpected silence at `{address[:80]}`, expected the scheduler of a Dask cluster"
        raise ClusterError(message) from None
    with client:
        # The same guide may be built twice by one connection, and its outputs are files: no result may be reused.
        yield client.get_executor(pure=False), max(sum(client.nthreads().values()), 1)
