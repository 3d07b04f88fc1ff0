"""The cells for whoever leads a group, of a lesson's notebook, out of its plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

import nbformat

from course_lib.sessions.leading_data import leading
from course_lib.sessions.plans_data import plan, plan_names
from course_lib.sessions.sessions_data import activities_in
from course_lib.site.words_data import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nbformat import NotebookNode

    from course_lib.sessions.plans_data import LessonPlan
    from course_lib.sessions.sessions_data import Part

TAG = "facilitator"
#: Quoted words within what is read aloud.
_INNER = str.maketrans("“”", "‘’")


def renew(notebook: NotebookNode, number: str) -> list[str]:
    """Write the cells of a lesson's plan to the end of its notebook; return those that changed."""
    if number not in plan_names():
        return []
    wanted = {f"{TAG}-{name}": source for name, source in cells(plan(number)).items()}
    there = {
        cell.id: cell.source for cell in notebook.cells if TAG in cell.metadata.get("tags", [])
    }
    changed = [name for name in {**there, **wanted} if there.get(name) != wanted.get(name)]
    if changed or list(there) != list(wanted):
        others = [cell for cell in notebook.cells if cell.id not in there]
        notebook.cells = others + [
            nbformat.v4.new_markdown_cell(source, id=name, metadata={"tags": [TAG]})
            for name, source in wanted.items()
        ]
    return changed


def cells(found: LessonPlan) -> dict[str, str]:
    """Return the text of each cell, by what it is about."""
    say = leading().lesson
    rows = [_row(part) for part in found.parts]
    rows.append(say.slack.format(minutes=found.slack))
    reactions = [f"*{_ended(each.heard)}* {each.say}" for each in found.reactions]
    reactions.append(f"*{say.story}:* {say.story_say}")
    minutes = [
        f"## {words().facilitators}",
        say.who,
        f"### {say.minutes.format(minutes=found.minutes)}",
        _list(rows),
        *found.before,
        *found.leave_out,
        say.rules,
        say.paper.format(number=found.id),
    ]
    return {
        "minutes": "\n\n".join(minutes),
        "prompts": f"### {say.prompts}\n\n{_list(_prompts(found))}",
        "reactions": f"### {say.reactions}\n\n{_list(reactions)}",
        "never-ask": f"### {say.never_ask}\n\n{found.never_ask} {say.voting}",
        "uneasy": f"### {say.uneasy}\n\n{found.uneasy}",
        "projector": f"### {say.projector}\n\n{say.stage.format(number=found.id)}",
    }


def _ended(heard: str) -> str:
    return heard if heard.endswith("”") else f"{heard}:"


def _row(part: Part) -> str:
    row = leading().lesson.cut if part.may_cut else leading().lesson.part
    return row.format(title=part.title, minutes=part.minutes)


def _prompts(found: LessonPlan) -> list[str]:
    asked = []
    for part in found.parts:
        steps = (step for each in activities_in(part) for step in each.steps)
        asked += [*(step.ask for step in steps if step.ask), *part.ask]
    return [f"“{each.translate(_INNER)}”" for each in asked]


def _list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)
