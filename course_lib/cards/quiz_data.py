"""The guesses before a lesson and the checks of understanding after it."""

from __future__ import annotations

from typing import Annotated, TypeVar

from msgspec import Meta, Struct, field

from course_lib.frame import lessons_data
from course_lib.frame.fields import ClaimId, LessonId, ReferenceKey, Sentence, Strict
from course_lib.frame.load import data_dir, load_struct


class Option(Strict, frozen=True, kw_only=True):
    """One answer of a quiz item. ``feedback`` explains it, kindly."""

    text: Sentence
    right: bool = False
    feedback: Sentence


class QuizItem(Strict, frozen=True):
    """One question with its explained answers."""

    id: Annotated[str, Meta(pattern=r"^Q\d{2}-\d+$")]
    question: Sentence
    options: Annotated[list[Option], Meta(min_length=2)]
    claims: list[ClaimId]
    refs: list[ReferenceKey] = field(default_factory=list)


class QuizData(Strict, frozen=True):
    """``quizzes/NN.toml``: the check of understanding of one lesson."""

    lesson: LessonId
    items: Annotated[list[QuizItem], Meta(min_length=3, max_length=5)]


class Guess(Strict, frozen=True):
    """One option of a prediction and how it turned out."""

    text: Sentence
    outcome: Sentence


class PredictionData(Strict, frozen=True):
    """``predictions/NN.toml``: the guess made before anything is shown."""

    lesson: LessonId
    question: Sentence
    guesses: Annotated[list[Guess], Meta(min_length=2)]
    claims: list[ClaimId]


T = TypeVar("T", bound="Struct")


def prediction(lesson: str) -> PredictionData:
    """Return the prediction of a lesson. Raises `UnknownNameError`."""
    return _of_lesson("predictions", lesson, PredictionData)


def quiz(lesson: str) -> QuizData:
    """Return the check of understanding of a lesson. Raises `UnknownNameError`."""
    return _of_lesson("quizzes", lesson, QuizData)


def _of_lesson(folder: str, lesson: str, kind: type[T]) -> T:
    return load_struct(data_dir() / folder / f"{lessons_data.known_lesson(lesson)}.toml", kind)
