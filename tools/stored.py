"""Files that a tool writes from other files: are they up to date, and bring them there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def up_to_date(path: Path, text: str) -> bool:
    """Return whether a file is there and holds just this text."""
    return path.is_file() and path.read_text(encoding="utf-8") == text


def bring(path: Path, text: str, tool: str, *, only_look: bool) -> bool:
    """Write a file that is out of date, or say which tool does; return whether it is right now."""
    if up_to_date(path, text):
        print(f"{path.name} is up to date.")
        return True
    if only_look:
        print(f"{path.name} is out of date: run python -m {tool}.")
        return False
    path.write_text(text, encoding="utf-8")
    print(f"{path.name} is written anew.")
    return True
