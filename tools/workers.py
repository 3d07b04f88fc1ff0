"""Which tests stay together when several pytest workers share them.

pytest-xdist's own ``loadgroup`` writes groups into the ids of tests, which pytest from 9.2 on
does not read: it would then tear the cells of a notebook apart without a word.
"""

from __future__ import annotations

import re

from xdist.scheduler import LoadScopeScheduling

#: Long files whose tests of one lesson share a visit or need none: dealt out lesson by lesson.
BY_LESSON = {"test_lessons.py", "test_site_pages.py", "test_both_places.py"}
LESSON = re.compile(r"\[(?:.*-)?(\d\d)_")


def scope_of(nodeid: str) -> str:
    """Return what a test shares with those that must run on the same worker.

    That is its file, as a notebook's cells are one run and module fixtures are made once, or
    the lesson in a file of `BY_LESSON`.
    """
    file = nodeid.partition("::")[0]
    lesson = LESSON.search(nodeid) if file.rpartition("/")[2] in BY_LESSON else None
    return f"{file} {lesson[1]}" if lesson else file


class Together(LoadScopeScheduling):
    """Deals out whole scopes."""

    def _split_scope(self, nodeid: str) -> str:
        return scope_of(nodeid)
