"""A session as screens of the stage: the markup of each, and what is said at each step.

A part of a screen with ``data-from="2"`` shows from the third step on, one with ``data-at="2"``
in the third alone, and one with ``data-mark="2"`` stands out there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from course_lib.cards import overclaim_data, takeaways_data
from course_lib.cards.quiz_data import prediction
from course_lib.care import conversation_data
from course_lib.evidence import claims_data
from course_lib.frame import markup as m
from course_lib.frame.my_course_data import my_course
from course_lib.frame.phrases import phrase
from course_lib.frame.scenes import STAGE, scene
from course_lib.frame.tables import as_json, fill
from course_lib.sessions.figures import FIGURES, STAGED
from course_lib.sessions.leading_data import leading, screens
from course_lib.sessions.sessions_data import activities_in, words_to_say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from course_lib.evidence.claims_data import Claim
    from course_lib.evidence.grade_model import Grade
    from course_lib.frame.player import Player
    from course_lib.frame.tables import Table
    from course_lib.sessions.figures import Staged
    from course_lib.sessions.sessions_data import Led, Part, StagedActivity


@dataclass(frozen=True)
class Shown:
    """One screen: its markup, the state of its figure as JSON, its steps, its part."""

    id: str
    kind: str
    title: str
    html: str
    state: str
    view: str
    steps: tuple[dict[str, Any], ...]
    do: str
    part: int

    def told(self) -> dict[str, Any]:
        """Return what the scripts of the stage need to know."""
        return {
            "id": self.id,
            "title": self.title,
            "steps": list(self.steps),
            "do": self.do,
            "part": self.part,
        }


def screens_of(led: Led) -> list[Shown]:
    """Return the screens of a session in order; what is done without a screen has its questions."""
    found = []
    for place, part in enumerate(led.parts):
        found += [_shown(activity, place) for activity in activities_in(part)]
        if part.does or part.projector:
            found.append(_task(part, place))
    return found


def title_of(activity: StagedActivity) -> str:
    """Return the title of an activity's screen."""
    return activity.title or _MAKERS[activity.kind](activity)[0]


def _task(part: Part, place: int) -> Shown:
    kind = "words"
    if part.guess:
        kind, html = "guess", _guessed(part.guess)
    elif part.graded:
        kind, html = "grade", "".join(_graded(claims_data.claim(each)) for each in part.graded)
    else:
        lines = "".join(f"<li>{m.text(line)}</li>" for line in part.ask)
        html = f"<h2>{m.text(part.title)}</h2>" + (f"<ul>{lines}</ul>" if lines else "")
    step = {"at": {}, "say": " ".join(part.ask), "ask": ""}
    does = " ".join(part.way("projector"))
    return Shown(part.id, kind, part.title, html, "", "", (step,), does, place)


def _shown(activity: StagedActivity, part: int) -> Shown:
    title, html, state, view = _MAKERS[activity.kind](activity)
    if activity.kind == "words":
        said = " ".join(words_to_say(activity))
        steps: tuple[dict[str, Any], ...] = ({"at": {}, "say": said, "ask": ""},)
    else:
        steps = tuple({"at": s.at, "say": s.say, "ask": s.ask} for s in activity.steps)
    html = html.replace(m.PREFIX, f"{activity.id}-")
    return Shown(
        activity.id, activity.kind, title, html, state, view, steps, activity.projector, part
    )


#: How many local services have room on the stage; all of them are on the sheet by the door.
_NEAR = 2

Made = tuple[str, str, str, str]


def _words(activity: StagedActivity) -> Made:
    screen, own = screens()[activity.of], my_course()
    lines = list(screen.lines)
    if screen.kind == "help" and own.services:
        names = "; ".join(each.name for each in own.services[:_NEAR])
        lines.insert(1, phrase("own.stage", names=names))
    items = "".join(f"<li>{m.text(line)}</li>" for line in lines)
    by = ""
    if screen.kind == "welcome" and own.organisation:
        by = f'<p class="quiet">{m.text(own.organisation)}</p>'
    return screen.title, f"<h2>{m.text(screen.title)}</h2><ul>{items}</ul>{by}", "", ""


def _guess(activity: StagedActivity) -> Made:
    return leading().stage.guess, _guessed(activity.of), "", ""


def _guessed(lesson: str) -> str:
    asked, words = prediction(lesson), leading().stage
    options = "".join(f"<li>{m.text(each.text)}</li>" for each in asked.guesses)
    return f"<h2>{m.text(words.guess)}</h2><p>{m.text(asked.question)}</p><ol>{options}</ol>"


def _grade(activity: StagedActivity) -> Made:
    entry = takeaways_data.takeaway(activity.of)
    words, claim = leading().stage, claims_data.claim(entry.claim)
    better = (
        f"<p><strong>{m.text(words.better)}:</strong> {m.text(claim.better)}</p>"
        if claim.better
        else ""
    )
    html = (
        f"<h2>“{m.text(entry.says)}”</h2>"
        f'<p class="quiet" data-at="0">{m.text(words.cards)}</p>'
        f'<div data-at="1"><h3>{m.text(words.clues)}</h3><p>{m.text(entry.clues)}</p></div>'
        f'<div data-at="2"><h3>{m.text(words.why)}</h3><p>{m.text(entry.why)}</p>{better}</div>'
        f"{_cards(claim.grade)}"
    )
    return entry.says, html, "", ""


def _graded(claim: Claim) -> str:
    cards = m.text(leading().stage.cards)
    return f'<h2>“{m.text(claim.article_says)}”</h2><p class="quiet">{cards}</p>{_cards()}'


def _cards(right: Grade | None = None) -> str:
    marked = {right: ' data-mark="2"'}
    cards = "".join(
        f"<li{marked.get(grade, '')}>"
        f'<span aria-hidden="true">{m.text(each.symbol)}</span> {m.text(each.word)}</li>'
        for grade, each in claims_data.grades().items()
    )
    return f'<ul class="cards">{cards}</ul>'


def _headline(activity: StagedActivity) -> Made:
    entry = overclaim_data.headline(activity.of)
    words = leading().stage
    slots = "".join(f"<li>{m.text(slot.label)}</li>" for slot in entry.slots)
    html = (
        f'<p class="quiet">{m.text(words.headline)}</p>'
        f'<h2 data-mark="2">{m.text(entry.headline)}</h2>'
        f'<div data-at="1"><h3>{m.text(words.parts)}</h3><ol>{slots}</ol></div>'
        f'<div data-from="2"><h3>{m.text(words.honest)}</h3>'
        f'<p class="honest">{m.text(entry.honest)}</p></div>'
    )
    return entry.headline, html, "", ""


def _talk(activity: StagedActivity) -> Made:
    data = conversation_data.conversation(activity.of)
    node = next(each for each in data.nodes if each.id == activity.node)
    choices = "".join(
        f'<li data-mark="{place}">{m.text(choice.say)}</li>'
        for place, choice in enumerate(node.choices, start=1)
    )
    does = "".join(
        f'<p class="does" data-at="{place}">{m.text(choice.does)}</p>'
        for place, choice in enumerate(node.choices, start=1)
    )
    title, _, _ = data.title.partition(":")
    invented = f'<p class="quiet">{m.text(leading().stage.invented)}</p>'
    html = f"{invented}<h2>{m.text(title)}</h2><p>{m.text(node.text)}</p><ol>{choices}</ol>{does}"
    return title, html, "", ""


def _figure(activity: StagedActivity) -> Made:
    """Return a figure in its form for the stage; ``player.js`` plays it as in a lesson."""
    given: dict[str, Any] = {**activity.options, **activity.steps[0].at}
    made = FIGURES[activity.figure](**given)
    lanes = activity.options.get("shown", [])
    staged = STAGED[activity.figure]
    svg = scene(made.scene, STAGE).replace(
        "<svg ",
        f'<svg role="img" aria-labelledby="{m.PREFIX}title" aria-describedby="{m.PREFIX}words" '
        'focusable="false" ',
        1,
    )
    parts = [*staged.says, *(f"sentence-{lane}" for lane in lanes)]
    sentences = "".join(f'<p data-part="{part}"></p>' for part in parts)
    full = (
        f'<figure data-activity="{activity.figure}">'
        f'<h2 id="{m.PREFIX}title" data-part="title"></h2>'
        f'<div class="picture">{svg}</div>'
        f'<div class="controls" data-live="" hidden="hidden">{_controls(staged)}</div>'
        f'<figcaption id="{m.PREFIX}words" aria-live="polite">{sentences}</figcaption></figure>'
    )
    shown = list(lanes) if lanes else None
    moving = [*made.moving, *staged.named_values()]
    html = fill(full, moving, made.state, shown, slim=True)
    state = _state(made, moving, html, tuple(staged.controls))
    return activity.title, html, state, made.view_path


def _controls(staged: Staged) -> str:
    """Return a figure's own controls: one row, below the words."""
    found = ""
    for name, words in staged.controls.items():
        values = getattr(staged.made, name).names
        if name == "lens":
            found += m.radios(name, phrase(words), staged.versions())
        else:
            found += m.slider(name, phrase(words), values)
    return found


def _state(made: Player, moving: list[Table], html: str, staged: tuple[str, ...]) -> str:
    """Return the traits that the stage needs, with the tables of what stands on it."""
    fixed = {name: value for name, value in made.state.items() if name not in staged}
    tables = [
        {**each, "values": dict(_fitting(each["by"], each["values"], fixed))}
        for each in as_json(moving)
        if f'data-part="{each["part"]}"' in html
    ]
    return m.script_json({**made.state, "tables": tables})


def _fitting(by: Any, values: Any, fixed: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Return the values of a table for states that the stage can reach."""
    for key, value in values.items():
        state = dict(zip(by, key.split("|"), strict=False))
        if all(state.get(name, wanted) == wanted for name, wanted in fixed.items()):
            yield key, value


_MAKERS = {
    "words": _words,
    "guess": _guess,
    "grade": _grade,
    "headline": _headline,
    "talk": _talk,
    "figure": _figure,
}
