"""Look up phrases in ``data/words.toml``, the one file a translator needs for figures."""

from __future__ import annotations

from functools import cache

from course_lib.frame import figures, read
from course_lib.frame.read import ContentError, UnknownNameError


@cache
def every_phrase() -> dict[str, str]:
    """Return every phrase by its whole name, such as "regions.rising"."""
    return {key: _filled(key) for key in _written()}


@cache
def _written() -> dict[str, str]:
    """Return every phrase as it stands in the file, its figures not filled in."""
    return dict(_flatten(read.toml("words.toml"), ""))


@cache
def _filled(key: str) -> str:
    """Return a phrase with its figures: one by one, as most activities need few of them."""
    return figures.fill(_written()[key], f"data/words.toml, field {key!r}")


def forget() -> None:
    """Forget the phrases, so that a changed file is read again."""
    for kept in (every_phrase, _written, _filled):
        kept.cache_clear()


def _flatten(table: dict[str, object], prefix: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for name, value in table.items():
        if isinstance(value, dict):
            found += _flatten(value, f"{prefix}{name}.")
        elif isinstance(value, str) and value:
            found.append((f"{prefix}{name}", value))
        else:
            raise ContentError(
                f"data/words.toml, field '{prefix}{name}': it must be text between quotation "
                "marks, and not empty. Correct it."
            )
    return found


def phrase(key: str, **values: object) -> str:
    """Return a phrase with its gaps filled in.

    Parameters
    ----------
    key : str
        Such as ``"regions.rising"``.
    **values
        What goes into the ``{gaps}`` of the phrase.

    Raises
    ------
    UnknownNameError
        If there is no such phrase.
    ContentError
        If the phrase has a gap for which no value was given.
    """
    if key not in _written():
        raise UnknownNameError("phrase", key, _written())
    found = _filled(key)
    if "{" not in found and "}" not in found:
        return found
    try:
        return found.format(**values)
    except (KeyError, IndexError, ValueError) as error:
        raise ContentError(
            f"data/words.toml, field {key!r}: the gap {error} is not one the course fills. "
            "Put back the {gaps} this phrase had."
        ) from None


def phrases_below(prefix: str) -> dict[str, str]:
    """Return all phrases of one part, such as ``"quiz"``, by their last name."""
    start = f"{prefix}."
    return {
        key[len(start) :]: text for key, text in every_phrase().items() if key.startswith(start)
    }
