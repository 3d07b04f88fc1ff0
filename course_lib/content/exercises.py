"""What the activities ask, tell and let people try: read from ``data/`` and checked."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, TypeVar

from course_lib import content
from course_lib.content import exercise_structs as structs
from course_lib.content.load import (
    ContentError,
    UnknownNameError,
    data_dir,
    load_struct,
    load_table,
    unique,
)
from course_lib.model.conversation import problems

if TYPE_CHECKING:
    from pathlib import Path

    from msgspec import Struct

T = TypeVar("T", bound="Struct")


def prediction(lesson: str) -> structs.PredictionData:
    """Return the prediction of a lesson. Raises `UnknownNameError`."""
    return _of_lesson("predictions", lesson, structs.PredictionData)


def quiz(lesson: str) -> structs.QuizData:
    """Return the check of understanding of a lesson. Raises `UnknownNameError`."""
    return _of_lesson("quizzes", lesson, structs.QuizData)


@cache
def headlines() -> list[structs.Headline]:
    """Return the invented headlines of "Spot the overclaim"."""
    return load_table(data_dir() / "overclaims.toml", "headlines", structs.Headline)


@cache
def beliefs() -> dict[str, structs.Belief]:
    """Return the ten beliefs of the self-check by id."""
    path = data_dir() / "beliefs.toml"
    entries = load_table(path, "beliefs", structs.Belief)
    unique(path, (entry.id for entry in entries))
    return {entry.id: entry for entry in entries}


@cache
def tutorial() -> structs.TutorialData:
    """Return the invented example that the evidence lens is learnt on."""
    path = data_dir() / "tutorial.toml"
    data = load_struct(path, structs.TutorialData)
    for step in data.steps:
        if len(step.levels) not in (0, len(data.story)) or bool(step.levels) == (
            step.line == "none"
        ):
            raise ContentError(
                f"data/{path.name}, entry {step.id}, field 'levels': give {len(data.story)} "
                "levels, as in 'story', or none where 'line' is \"none\"."
            )
    return data


@cache
def vignettes() -> dict[str, structs.Vignette]:
    """Return the invented people of the feelings map by id."""
    path = data_dir() / "feelings.toml"
    entries = load_table(path, "vignettes", structs.Vignette)
    unique(path, (entry.id for entry in entries))
    return {entry.id: entry for entry in entries}


@cache
def crying() -> structs.CryingData:
    """Return what studies of crying in general found about feeling better."""
    path = data_dir() / "crying.toml"
    data = load_struct(path, structs.CryingData)
    found = data.diary.better + data.diary.same + data.diary.worse
    if found != 100:  # noqa: PLR2004
        raise ContentError(
            f"data/{path.name}, entry diary: better, same and worse add up to {found}. "
            "Make it 100: the figure draws 100 episodes."
        )
    return data


@cache
def jug() -> structs.JugData:
    """Return the load-and-capacity metaphor."""
    return load_struct(data_dir() / "jug.toml", structs.JugData)


def sorting(name: str) -> structs.SortData:
    """Return cases to sort. Raises `UnknownNameError`, or `ContentError` for an unknown pile."""
    path = _one_of("sorts", name)
    data = load_struct(path, structs.SortData)
    unique(path, (case.id for case in data.cases))
    groups = [group.id for group in data.groups]
    for case in data.cases:
        if case.group not in groups:
            raise ContentError(
                f"data/sorts/{path.name}, entry {case.id}, field 'group': there is no group "
                f"{case.group!r}. Use one of: {', '.join(groups)}."
            )
    return data


def conversation(name: str) -> structs.ConversationData:
    """Return a conversation. Raises `UnknownNameError`, or `ContentError` for a broken path."""
    path = _one_of("conversations", name)
    data = load_struct(path, structs.ConversationData)
    unique(path, (node.id for node in data.nodes))
    found = problems(data)
    if found:
        raise ContentError(f"data/conversations/{path.name}: {found[0]}")
    return data


@cache
def phrase_builder() -> structs.PhraseBuilderData:
    """Return the pieces of the phrase builder."""
    return load_struct(data_dir() / "phrase_builder.toml", structs.PhraseBuilderData)


def names_in(folder: str) -> list[str]:
    """Return the names of the files of one kind, such as "sorts"."""
    return sorted(path.stem for path in (data_dir() / folder).glob("*.toml"))


def _one_of(folder: str, name: str) -> Path:
    known = names_in(folder)
    if name not in known:
        raise UnknownNameError(folder.removesuffix("s"), name, known)
    return data_dir() / folder / f"{name}.toml"


def _of_lesson(folder: str, lesson: str, kind: type[T]) -> T:
    return load_struct(data_dir() / folder / f"{content.known_lesson(lesson)}.toml", kind)
