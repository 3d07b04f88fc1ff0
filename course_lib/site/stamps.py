"""What was built in a folder, and from what: only files that are still as they were are kept."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

STAMPS = ".built.json"


class Stamps:
    """The files that were built in a folder, each with the stamp of what it was built from.

    They are read from a file in that folder, which anyone may have damaged or written: only
    names of files just here that the course could have built are believed.

    Parameters
    ----------
    folder : Path
        Where the files stand.
    built : str
        A pattern of the names that the course builds there.
    """

    def __init__(self, folder: Path, built: str) -> None:
        self._folder = folder
        self._built = re.compile(built, re.ASCII)
        self._stamps = self._read()

    def _read(self) -> dict[str, str]:
        try:
            found = json.loads((self._folder / STAMPS).read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):  # never built, or broken: build everything
            return {}
        if not isinstance(found, dict):
            return {}
        return {name: stamp for name, stamp in found.items() if self._built.fullmatch(name)}

    def is_current(self, name: str, stamp: str) -> bool:
        """Return whether a file is there, unchanged since it was built from what `stamp` says."""
        return name in self._stamps and self._stamps[name] == self._sealed(name, stamp)

    def note(self, name: str, stamp: str) -> None:
        """Note that a file was built, at once: a build that is broken off loses nothing."""
        self._stamps[name] = self._sealed(name, stamp)
        self.write()

    def clear(self, keep: Collection[str]) -> set[str]:
        """Forget what is not to be kept, and return the names of it."""
        stale = set(self._stamps) - set(keep)
        self._stamps = {name: self._stamps[name] for name in self._stamps if name in keep}
        return stale

    def write(self) -> None:
        """Write down what was built."""
        text = json.dumps(self._stamps, indent=1, sort_keys=True)
        (self._folder / STAMPS).write_text(text, encoding="utf-8")

    def _sealed(self, name: str, stamp: str) -> str:
        """Return a stamp with a mark of the file's content; of none, if the file is not there."""
        path = self._folder / name
        content = path.read_bytes() if path.is_file() else b""
        return f"{stamp} {hashlib.sha256(content).hexdigest()}"
