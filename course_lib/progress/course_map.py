"""The course map: the lessons, what each answers, and which are finished."""

from __future__ import annotations

from typing import TYPE_CHECKING

import traitlets as t

from course_lib.evidence.marks import further_pages
from course_lib.frame import lessons_data
from course_lib.frame import markup as m
from course_lib.frame.activity import Activity
from course_lib.frame.load import UnknownNameError
from course_lib.frame.my_course_data import layer
from course_lib.frame.phrases import phrase

if TYPE_CHECKING:
    from course_lib.frame.lessons_data import Lesson


class CourseMap(Activity):
    """The lessons as a list of links. What is finished, the lesson's progress panel says.

    Parameters
    ----------
    here : str
        The lesson in which the map stands, such as ``"00"``.

    Raises
    ------
    UnknownNameError
        If there is no such lesson.
    """

    view = "course_map.js"
    here = t.Unicode().tag(sync=True)

    def __init__(self, here: str = "00") -> None:
        if here not in lessons_data.lessons():
            raise UnknownNameError("lesson", here, lessons_data.lessons())
        shown = [each for each in lessons_data.lessons().values() if each.id not in layer().hide]
        items = "".join(_item(lesson, here) for lesson in shown)
        super().__init__(
            here=here,
            markup='<section class="cc cc-course-map" data-activity="CourseMap">'
            f"<p>{m.text(phrase('course_map.about'))}</p><ol>{items}</ol>"
            f'<p class="cc-reading">{m.text(phrase("course_map.progress"))}</p>'
            f"{further_pages('glossary', 'references', 'sandbox')}</section>",
        )


def _item(lesson: Lesson, here: str) -> str:
    title = m.text(lesson.title)
    if lesson.id == here:
        title = f'<strong aria-current="page">{title}</strong>'
    elif lesson.written:
        notebook = lesson.notebook
        title = f'<a href="{notebook}" target="_blank" data-lesson-link="">{title}</a>'
    state = phrase("course_map.being_written")
    if lesson.written:
        minutes = lesson.reading_minutes + lesson.activity_minutes
        state = phrase("course_map.minutes", minutes=minutes)
    if lesson.id == here:
        state = f"{state}, {phrase('course_map.here')}"
    done = m.text(phrase("course_map.done"))
    return (
        f'<li data-lesson="{lesson.id}"><span class="cc-number">{lesson.id}</span>'
        f'<div><p class="cc-subtitle">{title}</p><p>{m.text(lesson.question)}</p>'
        f'<p class="cc-reading">{m.text(state)}<span data-done="" hidden="hidden"> '
        f"· ✓ {done}</span></p></div></li>"
    )
