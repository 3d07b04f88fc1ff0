"""The rule of the search once more, in Python: what ``faq.js`` has to agree with."""

from typing import NamedTuple

from course_lib.cards.search_model import words_of

#: How much a word counts that is typed in full, begun, or typed with a slip; and a phrase.
EXACT, BEGUN, SLIPPED, PHRASE = 4, 2, 1, 24
#: A beginning counts from so many letters on; and what follows a known word, up to so many.
PREFIX, ENDING = 4, 3
#: Texts are shown whose score is no less than that of the best, divided by this.
NEAR = 3


class Asked(NamedTuple):
    """What a search looks for: words that decide, weak ones, and the whole, with spaces around."""

    words: list
    weak: list
    said: str


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


def asked_words(typed, small, weak, topic):
    """Return what a search looks for.

    Parameters
    ----------
    typed : str
        What was typed.
    small : collection of str
        Words that are always passed over.
    weak : collection of str
        Words that do not decide while there are others.
    topic : collection of str
        Words that belong to every text; they count only where no other word is left.
    """
    said = words_of(typed)
    words = [word for word in dict.fromkeys(said) if word not in small]
    others = [word for word in words if word not in topic]
    strong = [word for word in others if word not in weak]
    whole = f" {' '.join(said)} "
    if strong:
        return Asked(strong, [word for word in others if word in weak], whole)
    return Asked(others or words, [], whole)


def find(asked, indexes, phrases=None):
    """Return the texts whose words and phrases fit best; see ``faq.js``.

    Parameters
    ----------
    asked : Asked
        From `asked_words`; without any word, every text is found.
    indexes : sequence of mapping
        The index of each text.
    phrases : sequence of sequence of str, optional
        The phrases of each text: they count as a whole.
    """
    phrases = phrases or [[] for _ in indexes]
    if not asked.words:
        return Found(list(range(len(indexes))), complete=True)
    each = [_scores(word, indexes) for word in asked.words]
    whole = [PHRASE * sum(f" {one} " in asked.said for one in some) for some in phrases]
    scores = [sum(column) for column in zip(whole, *each, strict=True)]
    if not any(scores):
        if not asked.weak:
            return Found([], complete=False)
        again = find(Asked(asked.weak, [], asked.said), indexes, phrases)
        return Found(again.places, complete=False)
    scores = [
        score and score + sum(word in index for word in asked.weak)
        for score, index in zip(scores, indexes, strict=True)
    ]
    best = max(scores)
    places = [place for place, score in enumerate(scores) if score and score * NEAR >= best]
    places.sort(key=lambda place: -scores[place])
    complete = any(all(row[place] for row in each) for place in places)
    return Found(places, complete)


def fit(word, known):
    """Return how much a typed word counts for a known one, without slips."""
    if word == known:
        return EXACT
    begun = len(word) >= PREFIX and known.startswith(word)
    ended = len(known) >= PREFIX and word.startswith(known) and len(word) <= len(known) + ENDING
    return BEGUN if begun or ended else 0


def _scores(word, indexes):
    """Return how well one word is found in each text."""
    as_typed = [
        max((weight * fit(word, known) for known, weight in index.items()), default=0)
        for index in indexes
    ]
    if any(as_typed) or not slips_allowed(word):
        return as_typed
    return [
        max((w * SLIPPED for k, w in each.items() if begins_nearly(word, k)), default=0)
        for each in indexes
    ]
