"""How three claims aged: a row for each claim, a column for each step, a grade in each cell."""

from __future__ import annotations

from course_lib.evidence import claims_data
from course_lib.evidence.claim_age_data import claim_history
from course_lib.evidence.claim_age_model import columns, rows
from course_lib.frame.canvas import Canvas, words
from course_lib.frame.palette import INK_STAND_IN, OLIVE, named
from course_lib.frame.phrases import phrase
from course_lib.frame.svg import Moving, affine, style, to_scene

FORMS = {
    "wide": Canvas(width=760, height=330, font=13),
    "narrow": Canvas(width=350, height=360, font=12, narrow=True),
}
STAGE = Canvas(width=1200, height=390, font=28)
#: The line of a grade -> SVG dash array; nothing is drawn for "none".
DASHES = {"solid": "", "dashed": "9 6", "dash-dot": "10 5 2 5", "dotted": "1.5 6"}
COLOUR = named("serotonin", OLIVE)


def draw(form: str) -> str:
    """Draw rows, columns and the places of the grades, and return the scene."""
    return _drawn(FORMS[form])


def draw_stage() -> str:
    """Draw the same with large words for a projector."""
    return _drawn(STAGE, small=28, tick=-0.17, scale=2)


def _drawn(canvas: Canvas, small: int = 11, tick: float = -0.09, scale: float = 1) -> str:
    head, foot = 13 + small, 30 + 2 * small
    history = claim_history()
    across = columns(len(history.steps))
    with style():
        figure = canvas.figure()
        box = (0.02, head / canvas.height, 0.96, 1 - (head + foot) / canvas.height)
        ax = canvas.axes(figure, "history", box)
        for claim, y in zip(history.claims, rows(len(history.claims)), strict=True):
            ax.axhline(y, color=INK_STAND_IN, alpha=0.15, lw=1)
            words(ax, (0, y + 0.13), claim.short, canvas.font, bold=True)
            for i, x in enumerate(across):
                words(
                    ax, (x, y - 0.02), "-", canvas.font + 8, ha="center", gid=f"at-{claim.id}-{i}"
                )
        for step, x in zip(history.steps, across, strict=True):
            words(ax, (x, tick), step.tick, small, ha="center")
        whole = canvas.axes(figure, "whole", (0.02, 0, 0.96, 1))
        words(whole, (0, 10 / canvas.height), phrase("claim_age.scale"), small)
        return to_scene(figure, {"history": (affine(figure, ax), _moving(scale))})


def _moving(scale: float) -> list[Moving]:
    stroke = {"stroke": COLOUR, "stroke-width": f"{3 * scale:g}", "stroke-linecap": "round"}
    lines = []
    for claim in claim_history().claims:
        for i, step in enumerate(claim_history().steps):
            grade = step.grades.get(claim.id)
            if grade and claims_data.grades()[grade].line != "none":
                dash = {"stroke-dasharray": DASHES[claims_data.grades()[grade].line]}
                lines.append(Moving(f"line-{claim.id}-{i}", {**stroke, **dash}))
    return [
        Moving(
            "cursor",
            {"stroke": "currentColor", "stroke-width": f"{34 * scale:g}", "stroke-opacity": "0.12"},
        ),
        *lines,
    ]
