"""The self-check: ten common beliefs, each true, false or unknown. Never a score."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import traitlets as t

from course_lib.cards import beliefs_data
from course_lib.evidence.marks import claim_marks
from course_lib.frame import markup as m
from course_lib.frame.activity import Activity
from course_lib.frame.phrases import phrase, phrases_below

if TYPE_CHECKING:
    from course_lib.cards.beliefs_data import Belief

ANSWERS = ("true", "false", "unknown")
SURE = ("guess", "fairly", "very")


class SelfCheck(Activity):
    """Ten beliefs about crying after sex: true, false or unknown, and how sure.

    The answers live in the page's memory. Where the lesson's progress panel remembers,
    it keeps them too, so that the second self-check can stand beside the first.

    Parameters
    ----------
    which : {"first", "second"}
        The self-check at the beginning of the course or at its end.

    Attributes
    ----------
    answers : dict
        By belief: the answer that was checked and how sure, as in ``["false", "very"]``.
    position : int
        The belief that is shown, counted from 0.
    """

    view = "beliefs.js"
    which = t.Unicode().tag(sync=True)
    position = t.Int(0).tag(sync=True)
    words = t.Dict().tag(sync=True)
    #: The learner's own: never a part of a page that is built.
    answers: t.Dict[str, Any] = t.Dict().tag(sync=True, private=True)

    def __init__(self, which: Literal["first", "second"] = "first") -> None:
        beliefs = list(beliefs_data.beliefs().values())
        cards = "".join(_card(each, i, len(beliefs)) for i, each in enumerate(beliefs))
        moves = "".join(
            f'<button type="button" data-do="{name}">{m.text(phrase(f"beliefs.{name}"))}</button>'
            for name in ("previous", "next", "forget")
        )
        again = which == "second"
        private = phrase("beliefs_again.private" if again else "beliefs.private")
        super().__init__(
            markup='<section class="cc cc-beliefs" data-activity="SelfCheck">'
            f"<p>{m.text(private)}</p>{_THEN if again else ''}{cards}"
            f'<div class="cc-buttons" data-live="" hidden="hidden">{moves}</div>'
            f'<p role="status" data-part="status"></p>{_then_and_now() if again else ""}</section>',
            which=which,
            words=phrases_below("beliefs")
            | {f"again_{name}": text for name, text in phrases_below("beliefs_again").items()},
        )


#: Says whether the first answers are here; only a live view can know.
_THEN = '<p data-live="" hidden="hidden" data-part="then"></p>'


def _then_and_now() -> str:
    """Return the place where a live view sets both answers side by side."""
    return (
        '<div class="cc-card" data-part="both" hidden="hidden">'
        f'<p class="cc-subtitle">{m.text(phrase("beliefs_again.title"))}</p><ul></ul>'
        f"<p>{m.text(phrase('beliefs_again.closing'))}</p></div>"
    )


def _card(belief: Belief, place: int, count: int) -> str:
    position = phrase("beliefs.position", number=place + 1, all=count)
    buttons = "".join(
        f'<button type="button"{kind} data-do="{name}">{m.text(phrase(f"beliefs.{name}"))}</button>'
        for name, kind in (("check", ' class="cc-main"'), ("again", ""))
    )
    marks = claim_marks(belief.claims)
    found = phrase("beliefs.found", answer=phrase(f"beliefs.{belief.answer}").lower())
    return (
        f'<div class="cc-card" data-belief="{belief.id}" data-answer="{belief.answer}" '
        f'role="group" aria-label="{m.text(position)}" tabindex="-1">'
        f'<p>{m.text(position)}</p><p class="cc-quote">{m.text(belief.says)}</p>'
        f'<div data-live="" hidden="hidden">{_options("answer", ANSWERS, belief.id)}'
        f"{_options('sure', SURE, belief.id)}"
        f'<div class="cc-buttons">{buttons}</div></div>'
        '<div class="cc-feedback" role="status"></div>'
        f"<details><summary>{m.text(phrase('beliefs.reveal'))}</summary>"
        f'<p data-found="">{m.text(found)} {m.text(belief.explained)} {marks}</p></details></div>'
    )


def _options(name: str, values: tuple[str, ...], belief: str) -> str:
    options = "".join(
        f'<label><input type="radio" name="{m.PREFIX}{belief}-{name}" value="{value}" '
        f'data-name="{name}"/> {m.text(phrase(f"beliefs.{value}"))}</label>'
        for value in values
    )
    legend = m.text(phrase("beliefs.answer" if name == "answer" else "beliefs.sure"))
    return f"<fieldset><legend>{legend}</legend>{options}</fieldset>"
