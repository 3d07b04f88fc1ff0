"""The guesses before a lesson and the checks of understanding after it."""

from __future__ import annotations

from typing import Annotated, TypeVar

from msgspec import Meta, Struct, field

from course_lib.frame.fields import ClaimId, LessonId, ReferenceKey, Sentence, Strict
from course_lib.frame.load import load_one_of, loader_each


class Option(Strict, frozen=True, kw_only=True):
    """One answer of a quiz item. ``feedback`` explains it, kindly."""

    text: Sentence
    right: bool = False
    feedback: Sentence


class QuizItem(Strict, frozen=True):
    """One question with its explained answers.

    ``elsewhere`` says that it takes the lesson's way to check a claim to another field.
    """

    id: Annotated[str, Meta(pattern=r"^Q[0-9]{2}-[0-9]+\Z")]
    question: Sentence
    options: Annotated[list[Option], Meta(min_length=2)]
    claims: list[ClaimId]
    refs: list[ReferenceKey] = field(default_factory=list)
    elsewhere: bool = False


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


@loader_each("predictions/*.toml")
def prediction(lesson: str) -> PredictionData:
    """Return the prediction of a lesson. Raises `UnknownNameError`."""
    return load_one_of("predictions", lesson, PredictionData)


@loader_each("quizzes/*.toml")
def quiz(lesson: str) -> QuizData:
    """Return the check of understanding of a lesson. Raises `UnknownNameError`."""
    return load_one_of("quizzes", lesson, QuizData)
