"""The rule of the search once more, in Python: what ``faq.js`` has to agree with."""

from typing import NamedTuple

from course_lib.cards.search_model import words_of

#: How much a word counts that is typed in full, begun, or typed with a slip.
EXACT, BEGUN, SLIPPED = 4, 2, 1


class Found(NamedTuple):
    """What a search finds: the places of texts, best first, and whether all words are there."""

    places: list
    complete: bool


def slips_allowed(word):
    """Return how many slips a typed word may have: none in a short one, two in a long one."""
    return 0 if len(word) < 4 else 1 if len(word) < 8 else 2


def begins_nearly(typed, known):
    """Return whether a word begins with what was typed, but for the slips allowed.

    A slip is a letter too many, too few or wrong, or two letters in the wrong order.
    """
    most = slips_allowed(typed)
    known = known[: len(typed) + most]
    before = []
    row = list(range(len(known) + 1))
    for i, letter in enumerate(typed, start=1):
        before, last, row = row, before, [i]
        for j, other in enumerate(known, start=1):
            slips = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == known[j - 2] and typed[i - 2] == other:
                slips = min(slips, last[j - 2] + 1)
            row.append(slips)
    return min(row) <= most


def asked_words(typed, small, topic):
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


def find(words, indexes):
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


def _scores(word, indexes):
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
