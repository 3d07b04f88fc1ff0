"""Places on a page under names that say nothing: they stay in a browser's history."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import unquote

#: Names that are neutral already: claims, the help panel, the page's own places.
_NEUTRAL = re.compile(r"C\d\d|help|content|[a-z]\d*")
_NAMED = re.compile(
    r'(?P<before>(?: id="|popovertarget="|href="[^"#]*#))(?P<name>(?:q|term|ref)-[^"]+)(?=")'
)


def neutral(name: str) -> str:
    """Return the name under which a place stands in an address, the same on every page.

    Parameters
    ----------
    name : str
        What the place is called in a notebook: a heading's words with hyphens, ``q-pain``.
    """
    name = unquote(name)
    if _NEUTRAL.fullmatch(name):
        return name
    return f"s{hashlib.sha256(name.encode()).hexdigest()[:8]}"


def neutral_anchors(html: str) -> str:
    """Return a page whose questions, terms and sources stand under neutral names."""
    return _NAMED.sub(lambda found: found["before"] + neutral(found["name"]), html)
