"""Search among a few texts: what the view does as you type, written down and tested.

The index is made here. The rule by which typed words find indexed words stands here and,
for a page without a kernel, once more in ``activities/faq.js``; a test compares the two.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

#: Words by their weight in one text: the larger, the closer to what the text is about.
Index = dict[str, int]

#: How much a word counts that is typed in full, begun, or typed with a slip.
EXACT, BEGUN, SLIPPED = 4, 2, 1


class Found(NamedTuple):
    """What a search finds: the places of texts, best first, and whether all words are there."""

    places: list[int]
    complete: bool


def words_of(text: str) -> list[str]:
    """Return the words of a text as they are compared: small letters, no accents, no marks.

    >>> words_of("Don't the tears – après sex – mean PCD?")
    ['dont', 'the', 'tears', 'apres', 'sex', 'mean', 'pcd']
    """
    plain = unicodedata.normalize("NFKD", text.lower())
    kept = (each for each in plain if unicodedata.category(each)[0] != "M" and each not in "'’")
    return re.findall(r"[a-z0-9]+", "".join(kept))


def index_of(weighed: Iterable[tuple[str, int]]) -> Index:
    """Return the words of some texts, each with the largest weight it has."""
    index: Index = {}
    for text, weight in weighed:
        for word in words_of(text):
            index[word] = max(weight, index.get(word, 0))
    return index


def slips_allowed(word: str) -> int:
    """Return how many slips a typed word may have: none in a short one, two in a long one."""
    return 0 if len(word) < 4 else 1 if len(word) < 8 else 2  # noqa: PLR2004


def begins_nearly(typed: str, known: str) -> bool:
    """Return whether a word begins with what was typed, but for the slips allowed.

    A slip is a letter too many, too few or wrong, or two letters in the wrong order.
    """
    most = slips_allowed(typed)
    known = known[: len(typed) + most]
    before: list[int] = []
    row = list(range(len(known) + 1))
    for i, letter in enumerate(typed, start=1):
        before, last, row = row, before, [i]
        for j, other in enumerate(known, start=1):
            slips = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == known[j - 2] and typed[i - 2] == other:
                slips = min(slips, last[j - 2] + 1)
            row.append(slips)
    return min(row) <= most


def asked_words(typed: str, small: Collection[str], topic: Collection[str]) -> list[str]:
    """Return the words that a search looks for.

    Parameters
    ----------
    typed : str
        What was typed.
    small : collection of str
        Words that are always passed over.
    topic : collection of str
        Words that belong to every text; they count only where no other word is left.
    """
    words = [word for word in dict.fromkeys(words_of(typed)) if word not in small]
    return [word for word in words if word not in topic] or words


def find(words: Sequence[str], indexes: Sequence[Mapping[str, int]]) -> Found:
    """Return the texts that have the most of the words; slips count only if nothing else fits.

    Parameters
    ----------
    words : sequence of str
        From `asked_words`; without any, every text is found.
    indexes : sequence of mapping
        The index of each text.
    """
    if not words:
        return Found(list(range(len(indexes))), complete=True)
    hits = [0] * len(indexes)
    scores = [0] * len(indexes)
    for word in words:
        for place, score in enumerate(_scores(word, indexes)):
            hits[place] += score > 0
            scores[place] += score
    most = max(hits, default=0)
    places = [place for place, count in enumerate(hits) if count == most and most]
    places.sort(key=lambda place: -scores[place])
    return Found(places, complete=most == len(words))


def _scores(word: str, indexes: Sequence[Mapping[str, int]]) -> list[int]:
    """Return how well one word is found in each text."""
    as_typed = [
        max(
            (w * (EXACT if k == word else BEGUN) for k, w in each.items() if k.startswith(word)),
            default=0,
        )
        for each in indexes
    ]
    if any(as_typed) or not slips_allowed(word):
        return as_typed
    return [
        max((w * SLIPPED for k, w in each.items() if begins_nearly(word, k)), default=0)
        for each in indexes
    ]
