"""The words around the lessons, from ``data/site.toml``, and the page's one kind of error."""

from __future__ import annotations

from functools import cache
from typing import Any

from course_lib.frame import read
from course_lib.frame.read import ContentError


class SiteError(Exception):
    """A page cannot be built; the message is one sentence with the remedy."""


@cache
def words() -> dict[str, Any]:
    """Return the words of the pages by name.

    Raises
    ------
    ContentError
        If an entry is neither text nor a list of texts.
    """
    found = read.toml("site.toml")
    for name, value in found.items():
        texts = value if isinstance(value, list) else [value]
        if not all(isinstance(text, str) and text for text in texts):
            raise ContentError(
                f"data/site.toml, field {name!r}: it must be text between quotation marks, "
                "and not empty. Correct it."
            )
    return found
