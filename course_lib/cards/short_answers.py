"""Write the short answer: the one of three that says no more and no less than is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import traitlets as t

from course_lib.cards import faq_data
from course_lib.cards.faq import answer_link
from course_lib.cards.quiz import Answer, claim_list, question_card
from course_lib.frame import markup as m
from course_lib.frame.activity import Activity
from course_lib.frame.phrases import phrase, phrases_below

if TYPE_CHECKING:
    from course_lib.cards.faq_data import ShortAnswerItem


class ShortAnswers(Activity):
    """Questions of invented people, each with three short answers to weigh up. Never a score.

    Attributes
    ----------
    answers : list of int
        The answer chosen last for each question, counted from 0; -1 for none.
    """

    view = "quiz.js"
    answers = t.List(t.Int()).tag(sync=True)
    words = t.Dict().tag(sync=True)

    def __init__(self) -> None:
        items = faq_data.short_answers()
        cards = "".join(_card(item, place, len(items)) for place, item in enumerate(items))
        super().__init__(
            markup='<section class="cc cc-quiz" data-activity="ShortAnswers">'
            f"<p>{m.text(phrase('short_answers.about'))} {m.text(phrase('quiz.private'))}</p>"
            f"{cards}</section>",
            answers=[-1] * len(items),
            words=phrases_below("quiz"),
        )


def _card(item: ShortAnswerItem, place: int, count: int) -> str:
    answers = [
        Answer(each.text, each.says == "fits", phrase(f"short_answers.{each.says}"), each.why)
        for each in item.answers
    ]
    whole = f"{m.text(phrase('short_answers.whole'))} {answer_link(item.answered_at)}"
    rests = f"{claim_list(item.claims)}</p><p>{whole}"
    return question_card(
        item.question, answers, ident=item.id, rests=rests, place=place, count=count
    )
