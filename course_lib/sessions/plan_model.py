"""Whether a session can be led: minutes, room to breathe, words, votes. Pure functions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

#: Shares of a session's minutes that are kept free, and that may be left out on the day.
SLACK, CUT = 0.10, 0.20
#: More words a minute are no longer spoken calmly.
WORDS_A_MINUTE = 110
_VOTES = re.compile(
    r"\b(?:votes?|voting|polls?|show of hands|hands? up|raise (?:your|a) hand|cards? up"
    r"|with (?:cards|hands)|hands for|held up)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class PlannedPart:
    """What the rules look at in one part of a session."""

    id: str
    minutes: int
    may_cut: bool
    kinds: tuple[str, ...]
    spoken: tuple[str, ...]


def word_count(*texts: str) -> int:
    """Return how many words are spoken."""
    return sum(len(re.findall(r"\w[\w'’-]*", text)) for text in texts)


def asks_for_a_vote(text: str) -> bool:
    """Return whether words ask people to vote."""
    return bool(_VOTES.search(text))


def faults(minutes: int, parts: Sequence[PlannedPart], needed: Collection[str]) -> Iterator[str]:
    """Return a sentence for each rule that a session breaks.

    Parameters
    ----------
    minutes : int
        How long the session is.
    parts : sequence of PlannedPart
        Its parts, in order.
    needed : collection of str
        The kinds of screen that each session has, in parts that are never left out.
    """
    planned = sum(part.minutes for part in parts)
    slack = minutes - planned
    if slack < SLACK * minutes:
        yield (
            f"its parts take {planned} of {minutes} minutes, which leaves {slack}. "
            f"Keep at least {SLACK:.0%} free: shorten a part, or take one out."
        )
    cut = sum(part.minutes for part in parts if part.may_cut)
    if cut < CUT * minutes:
        yield (
            f"{cut} of its {minutes} minutes may be cut. Let at least {CUT:.0%} be cut: "
            "write “may_cut = true” in more parts."
        )
    for part in parts:
        said = word_count(*part.spoken)
        if said > WORDS_A_MINUTE * part.minutes:
            yield (
                f"part {part.id!r} has {said} words to say in {part.minutes} minutes. "
                f"Nobody should say more than {WORDS_A_MINUTE} a minute: say less, or take longer."
            )
    kept = [kind for part in parts if not part.may_cut for kind in part.kinds]
    for kind in needed:
        if kind not in kept:
            yield f"it has no {kind!r} in a part that is never cut. Put it back."
    if kept and not {*parts[-1].kinds} & {"close"}:
        yield "its last part is not the close. Put the close at the end."
