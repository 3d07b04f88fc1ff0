"""The feelings map: pleasant against unpleasant, calm against intense."""

from __future__ import annotations

from course_lib.frame.canvas import Canvas, words
from course_lib.frame.palette import INK_STAND_IN
from course_lib.frame.phrases import phrase
from course_lib.frame.svg import style, to_scene
from course_lib.pictures.feelings_model import FIELD, STOPS, corner

FORMS = {
    "wide": Canvas(width=620, height=400, font=13),
    "narrow": Canvas(width=350, height=380, font=12, narrow=True),
}


def draw(form: str) -> str:
    """Draw the map without drops and return the scene."""
    canvas = FORMS[form]
    with style():
        figure = canvas.figure()
        ax = canvas.axes(figure, "field", FIELD)
        for column in range(STOPS):
            for row in range(STOPS):
                middle = not corner(column, row)
                x, y = column / 5, row / 5
                ax.fill(
                    [x, x + 0.2, x + 0.2, x],
                    [y, y, y + 0.2, y + 0.2],
                    color=INK_STAND_IN,
                    alpha=0.04 if middle else 0.09,
                    lw=0,
                )
        for place in (0.2, 0.4, 0.6, 0.8):
            ax.plot([place, place], [0, 1], color=INK_STAND_IN, alpha=0.12, lw=1)
            ax.plot([0, 1], [place, place], color=INK_STAND_IN, alpha=0.12, lw=1)
        ax.plot([0.5, 0.5], [0, 1], color=INK_STAND_IN, alpha=0.5, lw=1)
        ax.plot([0, 1], [0.5, 0.5], color=INK_STAND_IN, alpha=0.5, lw=1)
        whole = canvas.axes(figure, "whole", (0, 0, 1, 1))
        bottom = 1 - FIELD[1] - FIELD[3] - 20 / canvas.height
        size = canvas.font
        words(whole, (0.5, 0.955), phrase("feelings.top"), size, ha="center", bold=True)
        words(whole, (0.02, bottom), phrase("feelings.left"), size, bold=True)
        words(whole, (0.98, bottom), phrase("feelings.right"), size, ha="right", bold=True)
        words(whole, (0.5, bottom), phrase("feelings.bottom"), size, ha="center", bold=True)
        note = 1 - FIELD[1] - FIELD[3] - 46 / canvas.height
        words(whole, (0.02, note), phrase("feelings.invented"), 11)
        return to_scene(figure, {})
