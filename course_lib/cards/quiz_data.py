"""The guesses before a lesson and the checks of understanding after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeVar

from msgspec import Meta, Struct, field

from course_lib.frame.fields import ClaimId, LessonId, ReferenceKey, Sentence, Strict
from course_lib.frame.figures import in_words
from course_lib.frame.load import ContentError, load_one_of, loader_each

if TYPE_CHECKING:
    from collections.abc import Iterable


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
    """Return the check of understanding of a lesson.

    Raises
    ------
    UnknownNameError
        If there is no such lesson.
    ContentError
        Also for an item of which not just one option is right, or with another lesson's number,
        and unless the last one alone is about another field.
    """
    found = load_one_of("quizzes", lesson, QuizData)
    for item in found.items:
        where = f"data/quizzes/{lesson}.toml, entry {item.id}, field"
        _check_right(f"{where} 'options'", item.options)
        if not item.id.startswith(f"Q{lesson}-"):
            raise ContentError(f"{where} 'id': this is lesson {lesson}. Begin it with Q{lesson}-.")
        if item.elsewhere != (item is found.items[-1]):
            raise ContentError(
                f"{where} 'elsewhere': the last item, and no other, is about another field. "
                + ("Take it out." if item.elsewhere else "Write elsewhere = true.")
            )
    return found


def _check_right(where: str, options: Iterable[Option]) -> None:
    """Raise `ContentError` unless just one option is right."""
    right = sum(option.right for option in options)
    if right != 1:
        raise ContentError(
            f"{where}: {in_words(right)} of them {'is' if right == 0 else 'are'} right. Write "
            "right = true into the one that is, and into no other."
        )
