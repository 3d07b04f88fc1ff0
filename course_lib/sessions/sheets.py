"""The sheets of a pack that are filled from a session's activities: what stands on each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from course_lib.cards import overclaim_data, takeaways_data
from course_lib.cards.quiz_data import prediction
from course_lib.care import conversation_data
from course_lib.evidence import claims_data
from course_lib.frame.lens_model import Lens
from course_lib.frame.scenes import STAGE, scene
from course_lib.frame.tables import fill
from course_lib.sessions.figures import FIGURES
from course_lib.sessions.sessions_data import activities_of
from course_lib.surveys.marks_model import field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from course_lib.sessions.sessions_data import Led, StagedActivity

#: What is not drawn before a guess.
_ANSWER = ("line-", "story-", "band-", "dot-", "note-", "cursor")


def materials_of(session: Led) -> list[str]:
    """Return the ids of what a session gives out, and of the answers to it."""
    return list(dict.fromkeys(name for part in session.parts for name in part.papers))


def content(session: Led) -> dict[str, Any]:
    """Return what stands on the sheets, by kind of activity."""

    def of_kind(kind: str) -> Iterator[StagedActivity]:
        return (each for each in activities_of(session) if each.kind == kind)

    return {
        "curves": [_curves(each) for each in of_kind("figure") if each.id == "drop"],
        "claims": [_claim(each) for each in of_kind("grade")],
        "grades": list(claims_data.grades().values()),
        "guesses": [prediction(each.of) for each in of_kind("guess")],
        "fields": [one for each in of_kind("figure") for one in _fields(each)],
        "rings": field(0, 100),
        "talks": [_talk(each) for each in of_kind("talk")],
        "headlines": [overclaim_data.headline(each.of) for each in of_kind("headline")],
    }


def _curves(activity: StagedActivity) -> dict[str, Any]:
    """Return the story's picture, an empty one, the measured one, and each stop in words."""
    story, measured = (
        _picture(activity, {"lens": lens.value, "stop": "one_hour"})
        for lens in (Lens.STORY, Lens.MEASURED)
    )
    root = ET.fromstring(story)
    for parent in list(root.iter()):
        for child in list(parent):
            if child.attrib.get("data-part", "").startswith(_ANSWER):
                parent.remove(child)
    empty = ET.tostring(root, encoding="unicode", method="html")
    said = []
    for step in activity.steps:
        if step.at["lens"] == Lens.MEASURED.value:
            given: dict[str, Any] = {**activity.options, **step.at}
            words = FIGURES[activity.figure](**given).describe().splitlines()
            said.append(" ".join(words[1 : 2 + len(activity.options["shown"])]))
    return {"story": story, "empty": empty, "measured": measured, "said": said}


def _picture(activity: StagedActivity, state: dict[str, str]) -> str:
    given: dict[str, Any] = {**activity.options, **state}
    made = FIGURES[activity.figure](**given)
    filled = fill(
        scene(made.scene, STAGE), made.moving, made.state, activity.options["shown"], slim=True
    )
    root = ET.fromstring(filled)
    for element in list(root.iter()):  # nobody stands at a moment on paper
        for child in list(element):
            if child.attrib.get("data-part", "").startswith(("cursor", "dot-")):
                element.remove(child)
    return ET.tostring(root, encoding="unicode", method="html")


def _claim(activity: StagedActivity) -> dict[str, Any]:
    entry = takeaways_data.takeaway(activity.of)
    claim = claims_data.claim(entry.claim)
    return {"entry": entry, "claim": claim, "grade": claims_data.grades()[claim.grade]}


def _fields(activity: StagedActivity) -> list[dict[str, str]]:
    """Return each question that rings are filled for, with its answer."""
    if activity.figure != "HundredPeople":
        return []
    found = []
    for step in activity.steps:
        given: dict[str, Any] = {**step.at}
        made = FIGURES[activity.figure](**given)
        value = {f"{t.part} {t.attribute}": t.value(made.state) for t in made.moving}
        found.append(
            {
                "asked": f"{value['group text']}: {value['who text']}",
                "filled": value["filled d"] + value["maybe d"],
                "number": value["number text"],
                "says": value["says text"],
            }
        )
    return found


def _talk(activity: StagedActivity) -> dict[str, Any]:
    data = conversation_data.conversation(activity.of)
    node = next(each for each in data.nodes if each.id == activity.node)
    people = data.people.rpartition(". ")[0] + "."
    return {"title": data.title.partition(":")[0], "people": people, "node": node}
