"""The course's small helper library: each lesson shows its activities from here.

>>> from course_lib import HormoneTimeline
>>> HormoneTimeline()  # doctest: +SKIP
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course_lib.activities.acceptance import AcceptanceLimits
    from course_lib.activities.answered import WhoAnswered
    from course_lib.activities.beliefs import SelfCheck
    from course_lib.activities.breathing import BreathingPace
    from course_lib.activities.cards import SubstanceCards
    from course_lib.activities.causes import CauseMap
    from course_lib.activities.claim_age import ClaimTimeline
    from course_lib.activities.conversation import Conversation
    from course_lib.activities.correlation import CorrelationMachine
    from course_lib.activities.course_map import CourseMap
    from course_lib.activities.crying import DoesCryingHelp
    from course_lib.activities.evidence import EvidenceDrawer
    from course_lib.activities.faq import QuestionSearch
    from course_lib.activities.feelings import FeelingsMap
    from course_lib.activities.flashcards import FlashCards
    from course_lib.activities.help import HelpDirectory, HelpPanel
    from course_lib.activities.hormones import BodyTimeline, HormoneTimeline, SmallMultiples
    from course_lib.activities.hundred import HundredPeople
    from course_lib.activities.jug import LoadAndCapacity
    from course_lib.activities.lens_tutorial import LensTutorial, ReadAFigure
    from course_lib.activities.overclaim import SpotTheOverclaim
    from course_lib.activities.personal import PersonalSummary
    from course_lib.activities.phrases import PhraseBuilder
    from course_lib.activities.prevalence import PrevalenceExplorer
    from course_lib.activities.progress import ProgressPanel
    from course_lib.activities.questions import Prediction, Quiz
    from course_lib.activities.reference_pages import Glossary, References
    from course_lib.activities.reframe import ReframeCards
    from course_lib.activities.seesaw import NervousSystemSeesaw
    from course_lib.activities.short_answers import ShortAnswers
    from course_lib.activities.sorting import SortCases
    from course_lib.activities.steps import FiveSteps, PartnersSide
    from course_lib.activities.takeaways import GradeTheTakeaways
    from course_lib.activities.tears import TearsTellOthers

__all__ = [
    "AcceptanceLimits",
    "BodyTimeline",
    "BreathingPace",
    "CauseMap",
    "ClaimTimeline",
    "Conversation",
    "CorrelationMachine",
    "CourseMap",
    "DoesCryingHelp",
    "EvidenceDrawer",
    "FeelingsMap",
    "FiveSteps",
    "FlashCards",
    "Glossary",
    "GradeTheTakeaways",
    "HelpDirectory",
    "HelpPanel",
    "HormoneTimeline",
    "HundredPeople",
    "LensTutorial",
    "LoadAndCapacity",
    "NervousSystemSeesaw",
    "PartnersSide",
    "PersonalSummary",
    "PhraseBuilder",
    "Prediction",
    "PrevalenceExplorer",
    "ProgressPanel",
    "QuestionSearch",
    "Quiz",
    "ReadAFigure",
    "References",
    "ReframeCards",
    "SelfCheck",
    "ShortAnswers",
    "SmallMultiples",
    "SortCases",
    "SpotTheOverclaim",
    "SubstanceCards",
    "TearsTellOthers",
    "WhoAnswered",
]

_HOMES = {
    "AcceptanceLimits": "acceptance",
    "BodyTimeline": "hormones",
    "BreathingPace": "breathing",
    "CauseMap": "causes",
    "ClaimTimeline": "claim_age",
    "Conversation": "conversation",
    "CorrelationMachine": "correlation",
    "CourseMap": "course_map",
    "DoesCryingHelp": "crying",
    "EvidenceDrawer": "evidence",
    "FeelingsMap": "feelings",
    "FiveSteps": "steps",
    "FlashCards": "flashcards",
    "Glossary": "reference_pages",
    "GradeTheTakeaways": "takeaways",
    "HelpDirectory": "help",
    "HelpPanel": "help",
    "HormoneTimeline": "hormones",
    "HundredPeople": "hundred",
    "LensTutorial": "lens_tutorial",
    "LoadAndCapacity": "jug",
    "NervousSystemSeesaw": "seesaw",
    "PartnersSide": "steps",
    "PersonalSummary": "personal",
    "PhraseBuilder": "phrases",
    "Prediction": "questions",
    "PrevalenceExplorer": "prevalence",
    "ProgressPanel": "progress",
    "QuestionSearch": "faq",
    "Quiz": "questions",
    "ReadAFigure": "lens_tutorial",
    "References": "reference_pages",
    "ReframeCards": "reframe",
    "SelfCheck": "beliefs",
    "ShortAnswers": "short_answers",
    "SmallMultiples": "hormones",
    "SortCases": "sorting",
    "SpotTheOverclaim": "overclaim",
    "SubstanceCards": "cards",
    "TearsTellOthers": "tears",
    "WhoAnswered": "answered",
}


def __getattr__(name: str) -> object:
    """Import an activity when it is first used, so that a lesson loads only its own."""
    if name not in _HOMES:
        raise AttributeError(f"course_lib has no {name!r}. It has: {', '.join(__all__)}.")
    return getattr(import_module(f"course_lib.activities.{_HOMES[name]}"), name)
