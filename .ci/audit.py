"""Ask for known vulnerabilities of the libraries in this environment: `.ci/audit.py`, with pip-audit installed.

Fails where there is one. Where the service that knows of them cannot be reached, that is said, and is no failure: a
registry on one's own network often has the libraries and not the advisories.
"""

from __future__ import annotations

import json
import subprocess
import sys

COMMAND = ["-m", "pip_audit", "--local", "--skip-editable", "--format", "json", "--progress-spinner", "off"]
SECONDS = 120


def main() -> int:
    """Audit; give 1 where something is known about a library."""
    try:
        result = subprocess.run(
            [sys.executable, *COMMAND], capture_output=True, text=True, timeout=SECONDS, check=False
        )
        dependencies = json.loads(result.stdout)["dependencies"]
    except (subprocess.TimeoutExpired, ValueError, KeyError):
        print("the advisory service cannot be reached: nothing was audited")
        return 0
    audited = [one for one in dependencies if "vulns" in one]
    print(f"{len(audited)} of {len(dependencies)} libraries audited")
    if len(audited) < len(dependencies):
        print("the advisory service does not know the others as the registry here names them")
    found = [(one["name"], one["version"], vuln["id"]) for one in audited for vuln in one["vulns"]]
    for name, version, advisory in found:
        print(f"{name} {version}: {advisory}")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
