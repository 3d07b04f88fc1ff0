"""The index of a search among a few texts; the rule of the search is ``faq.js``'s."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Words by their weight in one text: the larger, the closer to what the text is about.
Index = dict[str, int]
#: As many letters of what was typed are looked for: more would keep the page busy for seconds.
LONGEST = 200


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
