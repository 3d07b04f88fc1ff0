"""The gate of ``data/words.toml``: it has the phrases that the course says, with their gaps."""

from __future__ import annotations

import json
from pathlib import Path

from course_lib.frame.examine import text_faults
from course_lib.frame.load import LOADED, loader
from course_lib.frame.phrases import every_phrase
from course_lib.frame.read import ContentError, near_matches

#: Each phrase that the course says, with its gaps; written by ``python -m tools.phrases``.
SAID = Path(__file__).with_name("phrases.json")


@loader("words.toml")
def phrases() -> dict[str, str]:
    """Return every phrase by its whole name.

    Raises
    ------
    ContentError
        If a phrase that the course says is missing, one is there that it never says, or a
        phrase is blank or has other gaps.
    """
    found = every_phrase()
    said: dict[str, list[str]] = json.loads(SAID.read_text(encoding="utf-8"))
    for key in said.keys() - found.keys():
        raise ContentError(
            f"data/words.toml has no phrase {key!r}, which the course says. Put it back."
        )
    for key, text in found.items():
        if key not in said:
            raise ContentError(
                f"data/words.toml, field {key!r}: the course says no such phrase. "
                f"{near_matches(key, said)} If it is new, run python -m tools.phrases."
            )
        for fault in text_faults(text, said[key]):
            raise ContentError(f"data/words.toml, field {key!r}: {fault}")
    LOADED["words.toml"] = found
    return found
