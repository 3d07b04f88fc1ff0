"""The course's small helper library: each lesson shows its activities from here.

>>> from course_lib import HormoneTimeline
>>> HormoneTimeline()  # doctest: +SKIP
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course_lib.activities.cards import SubstanceCards
    from course_lib.activities.evidence import EvidenceDrawer
    from course_lib.activities.help import HelpPanel
    from course_lib.activities.hormones import HormoneTimeline, SmallMultiples
    from course_lib.activities.overclaim import SpotTheOverclaim
    from course_lib.activities.progress import ProgressPanel
    from course_lib.activities.questions import Prediction, Quiz
    from course_lib.activities.seesaw import NervousSystemSeesaw

__all__ = [
    "EvidenceDrawer",
    "HelpPanel",
    "HormoneTimeline",
    "NervousSystemSeesaw",
    "Prediction",
    "ProgressPanel",
    "Quiz",
    "SmallMultiples",
    "SpotTheOverclaim",
    "SubstanceCards",
]

_HOMES = {
    "EvidenceDrawer": "evidence",
    "HelpPanel": "help",
    "HormoneTimeline": "hormones",
    "NervousSystemSeesaw": "seesaw",
    "Prediction": "questions",
    "ProgressPanel": "progress",
    "Quiz": "questions",
    "SmallMultiples": "hormones",
    "SpotTheOverclaim": "overclaim",
    "SubstanceCards": "cards",
}


def __getattr__(name: str) -> object:
    """Import an activity when it is first used, so that a lesson loads only its own."""
    if name not in _HOMES:
        raise AttributeError(f"course_lib has no {name!r}. It has: {', '.join(__all__)}.")
    return getattr(import_module(f"course_lib.activities.{_HOMES[name]}"), name)
