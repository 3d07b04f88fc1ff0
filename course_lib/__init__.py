"""The course's small helper library: each lesson shows its activities from here.

>>> from course_lib import HormoneTimeline
>>> HormoneTimeline()  # doctest: +SKIP
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course_lib.activities.beliefs import SelfCheck
    from course_lib.activities.cards import SubstanceCards
    from course_lib.activities.conversation import Conversation
    from course_lib.activities.course_map import CourseMap
    from course_lib.activities.crying import DoesCryingHelp
    from course_lib.activities.evidence import EvidenceDrawer
    from course_lib.activities.faq import QuestionSearch
    from course_lib.activities.feelings import FeelingsMap
    from course_lib.activities.help import HelpPanel
    from course_lib.activities.hormones import BodyTimeline, HormoneTimeline, SmallMultiples
    from course_lib.activities.jug import LoadAndCapacity
    from course_lib.activities.lens_tutorial import LensTutorial, ReadAFigure
    from course_lib.activities.overclaim import SpotTheOverclaim
    from course_lib.activities.phrases import PhraseBuilder
    from course_lib.activities.progress import ProgressPanel
    from course_lib.activities.questions import Prediction, Quiz
    from course_lib.activities.seesaw import NervousSystemSeesaw
    from course_lib.activities.short_answers import ShortAnswers
    from course_lib.activities.sorting import SortCases

__all__ = [
    "BodyTimeline",
    "Conversation",
    "CourseMap",
    "DoesCryingHelp",
    "EvidenceDrawer",
    "FeelingsMap",
    "HelpPanel",
    "HormoneTimeline",
    "LensTutorial",
    "LoadAndCapacity",
    "NervousSystemSeesaw",
    "PhraseBuilder",
    "Prediction",
    "ProgressPanel",
    "QuestionSearch",
    "Quiz",
    "ReadAFigure",
    "SelfCheck",
    "ShortAnswers",
    "SmallMultiples",
    "SortCases",
    "SpotTheOverclaim",
    "SubstanceCards",
]

_HOMES = {
    "BodyTimeline": "hormones",
    "Conversation": "conversation",
    "CourseMap": "course_map",
    "DoesCryingHelp": "crying",
    "EvidenceDrawer": "evidence",
    "FeelingsMap": "feelings",
    "HelpPanel": "help",
    "HormoneTimeline": "hormones",
    "LensTutorial": "lens_tutorial",
    "LoadAndCapacity": "jug",
    "NervousSystemSeesaw": "seesaw",
    "PhraseBuilder": "phrases",
    "Prediction": "questions",
    "ProgressPanel": "progress",
    "QuestionSearch": "faq",
    "Quiz": "questions",
    "ReadAFigure": "lens_tutorial",
    "SelfCheck": "beliefs",
    "ShortAnswers": "short_answers",
    "SmallMultiples": "hormones",
    "SortCases": "sorting",
    "SpotTheOverclaim": "overclaim",
    "SubstanceCards": "cards",
}


def __getattr__(name: str) -> object:
    """Import an activity when it is first used, so that a lesson loads only its own."""
    if name not in _HOMES:
        raise AttributeError(f"course_lib has no {name!r}. It has: {', '.join(__all__)}.")
    return getattr(import_module(f"course_lib.activities.{_HOMES[name]}"), name)
