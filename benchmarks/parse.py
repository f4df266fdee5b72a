"""Parses files with guidec, as `peers/parse.mjs` does with the peers: python parse.py NAME ROUNDS FILE..."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

from guidec import parse_mdx
from guidec.mdx.nodes import Node, Parent, Root
from guidec.mdx.unist import to_dict


def count_nodes(root: Node) -> int:
    """Count the nodes of a tree."""
    nodes = [root]
    for node in nodes:
        if isinstance(node, Parent):
            nodes.extend(node.children)
    return len(nodes)


def count_records(root: Root) -> int:
    """Count the nodes of a tree as unist JSON: each has its line and column."""
    records: list[dict[str, Any]] = [to_dict(root)]
    for record in records:
        records.extend(record.get("children", ()))
    return len(records)


COUNTS = {"tree": count_nodes, "json": count_records}


def main(name: str, rounds: int, files: list[str]) -> None:
    """Print the seconds of CPU (of each file the best round), the nodes of all trees, how many files were rejected."""
    texts = [Path(file).read_text(encoding="utf-8", errors="replace") for file in files]
    least = [float("inf")] * len(texts)
    for _ in range(rounds):
        nodes = rejected = 0
        for index, text in enumerate(texts):
            start = time.process_time()
            root = parse_mdx(text)
            count = COUNTS[name](root)
            least[index] = min(least[index], time.process_time() - start)
            wrong = any(found.severity == "error" for found in root.diagnostics)
            nodes += 0 if wrong else count
            rejected += wrong
    print(json.dumps({"seconds": sum(least), "nodes": nodes, "rejected": rejected}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3:])
