"""Lessons as they were shipped, and how a saved one gets back what the course owns."""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

#: The notebook that is the learner's to change.
SANDBOX = "sandbox.ipynb"
#: The hash of each notebook as it was shipped; written by ``python -m tools.shipped``.
SHIPPED = Path(__file__).with_name("shipped.json")
#: Where `tools.install` puts a copy of each, and where the extension fetches it.
FRESH = Path(sys.prefix) / "share" / "jupyter" / "labextensions" / "start-lesson" / "fresh"


def shipped() -> dict[str, str]:
    """Return the hash of each notebook as it was shipped; nothing if the list is damaged."""
    try:
        found = json.loads(SHIPPED.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def is_lesson(name: str) -> bool:
    """Return whether a notebook of this name belongs to the course and not to the learner."""
    return name != SANDBOX and name in shipped()


def original(path: Path) -> dict[str, Any] | None:
    """Return a lesson as it was shipped, or else as it is stored now, if it can be read."""
    fresh = FRESH / path.name
    for place in (fresh, path):
        try:
            content = place.read_bytes()
            if place == fresh and hashlib.sha256(content).hexdigest() != shipped().get(path.name):
                continue  # a copy of another version of the course
            found = json.loads(content)
        except (OSError, ValueError):
            continue
        if isinstance(found, dict) and isinstance(found.get("cells"), list):
            return found
    return None


def alike(content: dict[str, Any], shipped: dict[str, Any]) -> bool:
    """Return whether a notebook is this one of the course, and not another of the same name."""
    ids, own = ({cell.get("id") for cell in each["cells"]} for each in (content, shipped))
    return bool(ids & own - {None})


def restore(content: dict[str, Any], shipped: dict[str, Any]) -> None:
    """Give a lesson back its cells, in place.

    Of what is to be saved only the outputs of cells stay, where they are whole, and further
    cells that somebody wrote something into: nothing that a person wrote is lost.
    """
    saved = {cell.get("id"): cell for cell in content["cells"]}
    cells = [_restored(cell, saved.pop(cell.get("id"), {})) for cell in shipped["cells"]]
    own = [cell for cell in saved.values() if "".join(cell.get("source", "")).strip()]
    content["cells"] = cells + own


def _restored(cell: dict[str, Any], saved: dict[str, Any]) -> dict[str, Any]:
    outputs = saved.get("outputs", [])
    if not outputs or any(output["output_type"] == "error" for output in outputs):
        return cell
    return {**cell, "outputs": outputs, "execution_count": saved.get("execution_count")}
