"""What this device remembers of a lesson, only if the learner wants it to."""

from __future__ import annotations

import errno
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import msgspec
import traitlets as t

from course_lib.frame import lessons_data
from course_lib.frame import markup as m
from course_lib.frame.activity import Activity
from course_lib.frame.load import UnknownNameError
from course_lib.frame.phrases import phrase, phrases_below
from course_lib.progress import progress_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from course_lib.progress.progress_file import Progress

_FULL = {errno.ENOSPC, errno.EDQUOT}
#: Tells the page builder that a trait is the learner's own and never goes into a page.
_OWN = {"sync": True, "private": True}


class ProgressPanel(Activity):
    """What was finished, checked and believed: remembered once that is turned on.

    Nothing is read before the panel is seen, and nothing written before
    `remember` is turned on. Answers to quizzes, times and notes are never part of it.

    Parameters
    ----------
    lesson : str
        The lesson's number, such as ``"01"``.

    Attributes
    ----------
    remember : bool
        Whether this device remembers. Turning it off erases.
    finished, checks : list of str
        The lessons that were finished, and those whose check was done.
    beliefs : dict
        The answers to the self-checks, as in ``{"first": {"B01": ["false", "very"]}}``.
    message : str
        What is remembered now, after what happened last.
    incoming : str
        The text of a file to import; empty again once it was read.
    erasures : int
        How often "Erase" was pressed.

    Raises
    ------
    UnknownNameError
        If there is no such lesson.
    """

    view = "panel.js"
    example = ("01",)
    lesson = t.Unicode().tag(sync=True)
    words = t.Dict().tag(sync=True)
    seen = t.Bool(False, help="Set by the view when it appears").tag(**_OWN)
    remember = t.Bool(False).tag(**_OWN)
    finished = t.List(t.Unicode()).tag(**_OWN)
    checks = t.List(t.Unicode()).tag(**_OWN)
    beliefs: t.Dict[str, Any] = t.Dict().tag(**_OWN)
    message = t.Unicode().tag(**_OWN)
    incoming = t.Unicode().tag(**_OWN)
    erasures = t.Int(0).tag(**_OWN)

    def __init__(self, lesson: str) -> None:
        if lesson not in lessons_data.lessons():
            raise UnknownNameError("lesson", lesson, lessons_data.lessons())
        self._busy = False
        self._agreed = progress_file.made([], [])
        words = phrases_below("progress")
        del words["static_hint"]  # stands in the markup; a live view and a page need none
        super().__init__(lesson=lesson, markup=_panel(), words=words)

    def erase(self) -> None:
        """Erase what is remembered, and all that was kept aside, and turn remembering off."""
        was = self._what()
        try:
            stored = progress_file.erase(progress_file.place())
        except OSError:
            self._set(remember=True)
            self._tell(phrase("progress.not_erased", path=progress_file.place()))
            return
        anything = stored or self.finished or self.checks or self.beliefs
        self._agreed = progress_file.made([], [])
        self._set(remember=False, finished=[], checks=[], beliefs={})
        self._tell(
            phrase("progress.erased", what=was) if anything else phrase("progress.erased_nothing")
        )

    @t.validate("finished", "checks")
    def _lesson_numbers(self, proposal: Any) -> list[str]:
        wrong = [each for each in proposal["value"] if not re.fullmatch("[0-9]{2}", each)]
        if wrong:
            raise t.TraitError(f'{wrong[0]!r} is no lesson number. Give it as in "01".')
        return sorted(set(proposal["value"]))

    @t.validate("beliefs")
    def _known_answers(self, proposal: Any) -> dict[str, Any]:
        try:
            return dict(msgspec.convert(proposal["value"], progress_file.Beliefs))
        except msgspec.ValidationError as problem:
            raise t.TraitError(f"These are no answers to the self-check: {problem}.") from None

    @t.observe("seen")
    def _recall(self, _: Any) -> None:
        try:
            found, events = self._stored()
        except OSError:
            found, events = None, [phrase("progress.unreadable")]
        if found:
            self._take(self._merged(found))
        self._tell(*events)

    @t.observe("remember")
    def _turned(self, change: Any) -> None:
        if self._busy:
            return
        if change["new"]:
            self._agreed = progress_file.made([], [])
            self._keep(starting=True)
        else:
            self.erase()

    @t.observe("finished", "checks", "beliefs")
    def _marked(self, _: Any) -> None:
        if self._busy:
            return
        if self.remember:
            self._keep()
        else:
            self._tell()

    @t.observe("erasures")
    def _erase_pressed(self, _: Any) -> None:
        self.erase()

    @t.observe("incoming")
    def _import(self, change: Any) -> None:
        if not change["new"]:
            return
        self.incoming = ""
        try:
            found = progress_file.decode(change["new"])
        except progress_file.UnreadableError as problem:
            self._tell(phrase(f"progress.import_{problem.reason}"))
            return
        beliefs = {
            name: {**found.beliefs.get(name, {}), **self.beliefs.get(name, {})}
            for name in ("first", "second")
            if name in found.beliefs or name in self.beliefs
        }
        self._set(
            finished=[*self.finished, *found.finished],
            checks=[*self.checks, *found.checks],
            beliefs=beliefs,
        )
        if self.remember:
            self._keep(phrase("progress.imported"))
        else:
            self._tell(phrase("progress.imported"))

    def _keep(self, *events: str, starting: bool = False) -> None:
        """Write the file, with what another lesson has written since; say so if that fails."""
        try:
            found, kept = self._stored()
            if found is None and not kept and not starting:
                self._agreed = progress_file.made([], [])
                self._set(remember=False)
                self._tell(*events, phrase("progress.gone"))
                return
            merged = self._merged(found or progress_file.made([], []))
            progress_file.save(progress_file.place(), merged)
        except OSError as problem:
            full = problem.errno in _FULL
            self._set(remember=not starting)
            self._tell(*events, phrase("progress.full" if full else "progress.unsaved"))
            return
        self._take(merged)
        self._tell(*kept, *events)

    def _stored(self) -> tuple[Progress | None, list[str]]:
        """Return what is stored, and a sentence if it had to be kept aside."""
        try:
            return progress_file.load(progress_file.place()), []
        except progress_file.UnreadableError as problem:
            kept = progress_file.keep_aside(progress_file.place())
            return None, [phrase(f"progress.kept_{problem.reason}", name=kept.name)]

    def _merged(self, found: Progress) -> Progress:
        """Return what is stored with what was marked and unmarked here since."""

        def lists(name: str) -> list[str]:
            here, agreed = set(getattr(self, name)), set(getattr(self._agreed, name))
            return list((set(getattr(found, name)) - (agreed - here)) | (here - agreed))

        changed = self.beliefs != self._agreed.beliefs
        beliefs: Any = self.beliefs if changed else found.beliefs
        return progress_file.made(lists("finished"), lists("checks"), beliefs)

    def _take(self, merged: Progress) -> None:
        self._agreed = merged
        self._set(
            remember=True,
            finished=merged.finished,
            checks=merged.checks,
            beliefs=merged.beliefs,
        )

    def _set(self, **values: Any) -> None:
        with self._busily():
            for name, value in values.items():
                setattr(self, name, value)

    @contextmanager
    def _busily(self) -> Iterator[None]:
        self._busy = True
        try:
            yield
        finally:
            self._busy = False

    def _what(self) -> str:
        parts = [
            phrase(f"progress.{name}_some", lessons=", ".join(lessons))
            if lessons
            else phrase(f"progress.{name}_none")
            for name, lessons in (("finished", self.finished), ("checks", self.checks))
        ]
        if self.beliefs:
            parts.append(phrase("progress.beliefs_some"))
        return "; ".join(parts)

    def _tell(self, *events: str) -> None:
        if self.remember:
            state = phrase("progress.on", what=self._what())
        elif self.finished or self.checks or self.beliefs:
            state = phrase("progress.visit", what=self._what())
        else:
            state = phrase("progress.off")
        self.message = " ".join([*events, state])


def _panel() -> str:
    def say(name: str) -> str:
        return m.text(phrase(f"progress.{name}"))

    boxes = "".join(
        f'<label><input type="checkbox" data-part="{name}"/> <span>{say(name)}</span></label>'
        for name in ("remember", "finish")
    )
    buttons = "".join(
        f'<button type="button" data-do="{name}">{say(name)}</button>'
        for name in ("export", "import", "erase")
    )
    return (
        f'<section class="cc cc-card cc-progress" role="group" aria-labelledby="{m.PREFIX}title" '
        f'data-activity="ProgressPanel"><p class="cc-title" id="{m.PREFIX}title">{say("title")}'
        f"</p><p>{say('about')}</p>"
        f'<p data-static=""><em>{say("static_hint")}</em></p>'
        f'<div class="cc-options" data-live="" hidden="hidden">{boxes}</div>'
        '<p class="cc-feedback" role="status" data-part="message"></p>'
        f'<div class="cc-buttons" data-live="" hidden="hidden">{buttons}'
        '<input type="file" hidden="hidden" accept=".json,application/json" data-part="file"/>'
        "</div></section>"
    )
