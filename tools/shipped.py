"""``python -m tools.shipped``: write down the hash of each notebook as it is shipped.

By these a start of the course knows a damaged lesson. ``--check`` writes nothing.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

from course_lib.lab.lessons import SHIPPED
from tools import stored

NOTEBOOKS = Path(__file__).resolve().parents[1] / "notebooks"


def listed() -> str:
    """Return the list as it should be now."""
    found = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(NOTEBOOKS.glob("*.ipynb"))
    }
    return json.dumps(found, indent=1) + "\n"


def main(arguments: list[str] | None = None) -> int:
    """Write or compare the list and return the exit code."""
    arguments = sys.argv[1:] if arguments is None else arguments
    only_look = "--check" in arguments
    return 0 if stored.bring(SHIPPED, listed(), "tools.shipped", only_look=only_look) else 1


if __name__ == "__main__":
    sys.exit(main())
