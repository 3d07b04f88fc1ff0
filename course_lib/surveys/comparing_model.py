"""When two published figures may stand side by side, and what keeps them apart."""

from __future__ import annotations

from dataclasses import dataclass

#: What may differ between two figures, in the order in which it is said.
KINDS = ("thing", "period", "situation", "people")


@dataclass(frozen=True)
class Asked:
    """What stands behind one figure.

    Parameters
    ----------
    thing, period, situation, people : str
        What was counted, over which time, in which situation, and who answered.
    letter : str
        The group of the evidence file; figures of two groups are never joined.
    known : bool
        Whether there is a figure at all.
    """

    thing: str
    period: str
    situation: str
    people: str
    letter: str
    known: bool = True


def differences(one: Asked, other: Asked) -> tuple[str, ...]:
    """Return in what two figures differ, out of `KINDS`."""
    return tuple(kind for kind in KINDS if getattr(one, kind) != getattr(other, kind))


def may_join(one: Asked, other: Asked) -> bool:
    """Return whether two figures may stand side by side.

    The same thing must have been asked about the same time, and of the people
    and the situation at most one may differ: otherwise nobody could say what
    made the difference.
    """
    if one.letter != other.letter or not (one.known and other.known):
        return False
    return differences(one, other) in ((), ("situation",), ("people",))
