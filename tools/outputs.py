"""What a notebook's cells would show now, against what is stored."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from nbclient import NotebookClient
from nbformat import from_dict

from course_lib.lab.normalise import WIDGET_VIEW, normalise
from course_lib.site.activities import Activities

if TYPE_CHECKING:
    from pathlib import Path

    from nbformat import NotebookNode

_CLAIM = re.compile(r'(?=<details[^>]*data-claim="C\d\d")')
_CLAIM_ID = re.compile(r'data-claim="(C\d\d)"')


def stale(notebook: NotebookNode, name: str) -> list[str]:
    """Return why each cell that no longer shows what is stored does not; empty if all do.

    The activities of a notebook are made here, without a kernel; a notebook that shows other
    things, such as the sandbox, is run.
    """
    if any(output.output_type != "execute_result" for output in _outputs(notebook)):
        return _differences(notebook, executed(notebook))
    activities, why = Activities(name), []
    for cell in (each for each in notebook.cells if each.cell_type == "code"):
        shown = activities.show(cell.source, cell.id)
        data = shown._repr_mimebundle_()[0] if shown else {}
        now = {kind: data[kind] for kind in data if kind != WIDGET_VIEW}
        before = [dict(output.data) for output in cell.outputs]
        if before != [now] * bool(now) or not cell.execution_count:
            why.append(f"{cell.id} ({difference(before[0] if before else {}, now)})")
    return why


def executed(notebook: NotebookNode, folder: Path | None = None) -> NotebookNode:
    """Return a notebook as it is after a run, normalised."""
    ran = from_dict(notebook)
    resources = {"metadata": {"path": folder}} if folder else {}
    NotebookClient(ran, timeout=120, kernel_name="python3", resources=resources).execute()
    return from_dict(normalise(ran))


def difference(before: dict[str, str], now: dict[str, str]) -> str:
    """Return in a few words how the stored form of an activity changed."""
    if not before:
        return "never run"
    old, new = (_by_claim(each.get("text/html", "")) for each in (before, now))
    claims = sorted(key for key in old.keys() | new.keys() if key and old.get(key) != new.get(key))
    if claims:
        return f"the words of {', '.join(claims)}"
    pairs = zip_longest(
        *(each.get("text/plain", "").splitlines() for each in (before, now)), fillvalue=""
    )
    line = next((new or old for old, new in pairs if old != new), "")
    return f"“{line[:60]}…”" if line else "its markup, not its words"


def _by_claim(html: str) -> dict[str, str]:
    pieces = _CLAIM.split(html)
    return {found[1] if (found := _CLAIM_ID.search(each)) else "": each for each in pieces}


def _outputs(notebook: NotebookNode) -> list[NotebookNode]:
    return [output for cell in notebook.cells for output in cell.get("outputs", [])]


def _differences(notebook: NotebookNode, ran: NotebookNode) -> list[str]:
    pairs = zip(notebook.cells, ran.cells, strict=True)
    return [now.id for before, now in pairs if before.get("outputs") != now.get("outputs")]
