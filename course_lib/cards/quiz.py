"""Predictions and quizzes: asked kindly, explained fully, never counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import traitlets as t

from course_lib.cards import quiz_data
from course_lib.evidence.marks import claim_mark
from course_lib.frame import markup as m
from course_lib.frame.activity import Activity
from course_lib.frame.my_course_data import by_organisation, layer
from course_lib.frame.phrases import phrase, phrases_below

if TYPE_CHECKING:
    from collections.abc import Sequence

    from course_lib.cards.quiz_data import PredictionData, QuizItem
    from course_lib.frame.my_course_data import OwnItem


class Prediction(Activity):
    """A guess made before anything is shown; kept on the page only, never saved.

    Parameters
    ----------
    lesson : str
        The lesson's number, such as ``"01"``.

    Attributes
    ----------
    answer : int
        The guess that was kept, counted from 0; -1 while there is none.

    Raises
    ------
    UnknownNameError
        If there is no such lesson.
    """

    view = "prediction.js"
    example = ("01",)
    answer = t.Int(-1).tag(sync=True)
    words = t.Dict().tag(sync=True)

    def __init__(self, lesson: str) -> None:
        super().__init__(
            markup=_prediction(quiz_data.prediction(lesson)), words=phrases_below("prediction")
        )


class Quiz(Activity):
    """A lesson's check of understanding: every answer explained, no score.

    After the course's own questions stand those that a teacher added in ``my_course.toml``.

    Parameters
    ----------
    lesson : str
        The lesson's number, such as ``"01"``.

    Attributes
    ----------
    answers : list of int
        The option chosen last in each question, counted from 0; -1 for none.

    Raises
    ------
    UnknownNameError
        If there is no such lesson.
    """

    view = "quiz.js"
    example = ("01",)
    lesson = t.Unicode().tag(sync=True)
    answers = t.List(t.Int()).tag(sync=True)
    words = t.Dict().tag(sync=True)

    def __init__(self, lesson: str) -> None:
        items = quiz_data.quiz(lesson).items
        own = [item for item in layer().quiz if item.lesson == lesson]
        cards = _cards(items) + (_own_title() + _cards(own, len(items)) if own else "")
        super().__init__(
            markup=f'<section class="cc cc-quiz" data-activity="Quiz">'
            f"<p>{m.text(phrase('quiz.private'))}</p>{cards}</section>",
            lesson=lesson,
            answers=[-1] * (len(items) + len(own)),
            words=phrases_below("quiz"),
        )


def _prediction(data: PredictionData) -> str:
    options = "".join(
        f'<label><input type="radio" name="{m.PREFIX}guess" value="{i}"/> '
        f"<span>{m.text(guess.text)}</span></label>"
        for i, guess in enumerate(data.guesses)
    )
    outcomes = "".join(
        f"<dt>{m.text(guess.text)}</dt><dd>{m.text(guess.outcome)}</dd>" for guess in data.guesses
    )
    return (
        '<section class="cc cc-card" data-activity="Prediction">'
        f'<fieldset class="cc-options"><legend>{m.text(data.question)}</legend>{options}</fieldset>'
        f'<div class="cc-buttons" data-live="" hidden="hidden">'
        f'<button type="button" class="cc-main" data-do="keep">'
        f"{m.text(phrase('prediction.commit'))}</button></div>"
        '<p class="cc-feedback" role="status"></p>'
        f"<details><summary>{m.text(phrase('prediction.reveal'))}</summary>"
        f"<dl>{outcomes}</dl><p>{claim_list(data.claims)}</p></details></section>"
    )


def _own_title() -> str:
    return f'<p class="cc-subtitle">{m.text(by_organisation("quiz"))}</p>'


def _cards(items: Sequence[QuizItem | OwnItem], before: int = 0) -> str:
    return "".join(_quiz_card(item, i, len(items), before) for i, item in enumerate(items))


def _quiz_card(item: QuizItem | OwnItem, place: int, count: int, before: int) -> str:
    words = {True: phrase("quiz.right"), False: phrase("quiz.not_quite")}
    answers = [
        Answer(each.text, each.right, words[each.right], each.feedback) for each in item.options
    ]
    rests = claim_list(item.claims)
    return question_card(
        item.question,
        answers,
        ident=item.id,
        rests=rests,
        place=place,
        count=count,
        before=before,
    )


class Answer(NamedTuple):
    """One answer of a question: whether it is right, the verdict in words, and why."""

    text: str
    right: bool
    verdict: str
    why: str


def claim_list(claims: Sequence[str]) -> str:
    """Return what an answer rests on, as claim marks; nothing if it is about another field."""
    if not claims:
        return ""
    return f"{m.text(phrase('quiz.rests_on'))} {' '.join(claim_mark(key) for key in claims)}"


def question_card(
    question: str,
    answers: Sequence[Answer],
    *,
    ident: str,
    rests: str,
    place: int,
    count: int,
    before: int = 0,
) -> str:
    """Return one question with its answers to choose from, for the view ``quiz.js``.

    Parameters
    ----------
    question : str
        The question.
    answers : sequence of Answer
        In the order in which they are shown.
    ident : str
        A name that no other question of the page has.
    rests : str
        Markup of what the answers rest on.
    place, count : int
        The question's place, counted from 0, and how many there are.
    before : int
        How many questions of another kind stand before these.
    """
    options = "".join(
        f'<label><input type="radio" name="{m.PREFIX}{ident}" value="{i}"/> '
        f"<span>{m.text(answer.text)}</span></label>"
        for i, answer in enumerate(answers)
    )
    explained = "".join(
        f'<dt>{m.text(answer.text)}</dt><dd data-option="{i}" '
        f'data-right="{str(answer.right).lower()}">{m.text(answer.verdict)} '
        f"{m.text(answer.why)}</dd>"
        for i, answer in enumerate(answers)
    )
    number = phrase("quiz.question", number=place + 1, all=count)
    return (
        f'<div class="cc-card" data-question="{before + place}">'
        f'<fieldset class="cc-options"><legend>{m.text(number)}: {m.text(question)}</legend>'
        f"{options}</fieldset>"
        '<div class="cc-buttons" data-live="" hidden="hidden">'
        f'<button type="button" class="cc-main" data-do="check">{m.text(phrase("quiz.check"))}'
        f'</button><button type="button" data-do="again">{m.text(phrase("quiz.again"))}</button>'
        '</div><p class="cc-feedback" role="status"></p>'
        f"<details><summary>{m.text(phrase('quiz.answers'))}</summary><dl>{explained}</dl>"
        f"<p>{rests}</p></details></div>"
    )
