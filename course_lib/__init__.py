"""The course's small helper library: each lesson shows its activities from here.

>>> from course_lib import HormoneTimeline
>>> HormoneTimeline()  # doctest: +SKIP

The one list of activities is ``__init__.pyi``; each is imported when it is first used, so
that a lesson loads only its own.
"""

from __future__ import annotations

import lazy_loader

_attach, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)


def __getattr__(name: str) -> object:
    """Import an activity when it is first used."""
    if name not in __all__:
        raise AttributeError(f"course_lib has no {name!r}. It has: {', '.join(__all__)}.")
    return _attach(name)
