"""Keep stored notebooks small, deterministic and readable before they are run.

Removed: widget views and widget state (an opened notebook would say "model
not found"; the stored figure and its words stay), times, random ids and
whatever else differs from run to run. Kept: everything a person wrote.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from course_lib.lab import lessons

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
KERNELSPEC = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
_OUTPUT_KEYS = {
    "execute_result": {"output_type", "data", "metadata", "execution_count"},
    "display_data": {"output_type", "data", "metadata"},
}


def normalise(notebook: dict[str, Any]) -> dict[str, Any]:
    """Normalise a notebook (nbformat 4, as a dict) in place and return it."""
    notebook["metadata"] = {"kernelspec": dict(KERNELSPEC), "language_info": {"name": "python"}}
    number = 0
    for cell in notebook["cells"]:
        _cell_metadata(cell)
        if cell["cell_type"] != "code":
            continue
        if cell.get("execution_count") is not None:
            number += 1
            cell["execution_count"] = number
        cell["outputs"] = [_output(output, number) for output in cell["outputs"]]
    return notebook


def before_saving(
    model: dict[str, Any], path: str = "", contents_manager: Any = None, **_: Any
) -> None:
    """Normalise a notebook of the course that a server is about to save (a ``pre_save_hook``).

    A lesson gets back what the course owns, unless ``COURSE_AUTHOR`` is set. Any other notebook,
    and one it cannot make sense of, is saved as it is: nothing is lost.
    """
    content = model.get("content")
    if not (model.get("type") == "notebook" and isinstance(content, dict) and "cells" in content):
        return
    file = Path(getattr(contents_manager, "root_dir", "")) / path.strip("/")
    if file.name not in lessons.shipped():
        return
    shipped = lessons.original(file)
    if not (shipped and lessons.alike(content, shipped)):
        return
    trusted = [cell.get("id") for cell in content["cells"] if cell["metadata"].get("trusted")]
    normalise(content)
    if lessons.is_lesson(file.name) and "COURSE_AUTHOR" not in os.environ:
        lessons.restore(content, shipped)
        normalise(content)
    for cell in content["cells"]:
        if cell.get("id") in trusted:  # the server signs by this, and does not store it
            cell["metadata"]["trusted"] = True


def _cell_metadata(cell: dict[str, Any]) -> None:
    metadata = cell.get("metadata", {})
    kept = {key: metadata[key] for key in ("tags",) if metadata.get(key)}
    if metadata.get("jupyter", {}).get("source_hidden"):
        kept["jupyter"] = {"source_hidden": True}
    cell["metadata"] = kept


def _output(output: dict[str, Any], number: int) -> dict[str, Any]:
    kind = output["output_type"]
    if kind not in _OUTPUT_KEYS:
        return output
    output["data"].pop(WIDGET_VIEW, None)
    size = output["metadata"].get("image/png")  # how wide a picture is laid out
    output["metadata"] = {"image/png": size} if size else {}
    if kind == "execute_result":
        output["execution_count"] = number
    return {key: value for key, value in output.items() if key in _OUTPUT_KEYS[kind]}
