"""Write the skeleton of a lesson or of an activity; nothing that exists is touched.

``python -m tools.new lesson after_the_course``
``python -m tools.new activity pictures/kettle``

Where the skeleton says "To be written", ``start.py check`` says so until it is.
"""

from __future__ import annotations

import json
import keyword
import re
import sys
from pathlib import Path
from string import Template

from course_lib.evidence import claims_data
from course_lib.evidence.marks import mark_title
from course_lib.frame import lessons_data
from course_lib.frame.read import ContentError, near_matches
from course_lib.lab.normalise import normalise

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("hormones", "surveys", "cards", "care", "pictures", "progress", "evidence")
KINDS = ("lesson", "activity")
_SKELETONS = Path(__file__).parent / "skeletons"
_SLUG = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*\Z")


class NewError(ValueError):
    """What was asked for cannot be made; the message is a sentence with the remedy."""


def new_lesson(name: str, root: Path = ROOT) -> list[Path]:
    """Write a lesson's notebook and its data. Raises `NewError`, before anything is written."""
    _check_slug(name, "lesson", "after_the_course")
    lessons = lessons_data.lessons()
    if name in {lesson.slug for lesson in lessons.values()}:
        raise NewError(f"There is a lesson called {name!r} already. Choose another name.")
    last = max(int(key) for key in lessons)
    if last == 99:
        raise NewError("There are lessons up to 99, and no number is left. Put two into one.")
    number = f"{last + 1:02}"
    claim = f"C{max(int(key[1:]) for key in claims_data.claims()) + 1:02}"
    grade = next(each for each in claims_data.grades() if each.value == "no_good_evidence")
    sample = next(each for each in claims_data.claims().values() if each.grade is grade)
    values = {
        "number": number,
        "name": name,
        "title": name.replace("_", " ").capitalize(),
        "claim": claim,
        "mark": claims_data.grades()[grade].symbol,
        "mark_title": mark_title(sample),
    }
    own = {"about": "", "claims": f'"{claim}"', "more": ""}
    about = ", about another field, with an invented example"
    elsewhere = {"about": about, "claims": "", "more": "elsewhere = true\n"}
    items = [
        _filled("quiz_item.toml", {**values, "place": place, **more})
        for place, more in ((1, own), (2, own), (3, elsewhere))
    ]
    files = {
        f"data/claims/{number}.toml": _filled("claims.toml", values),
        f"data/plans/{number}.toml": _filled("plan.toml", values),
        f"data/predictions/{number}.toml": _filled("prediction.toml", values),
        f"data/quizzes/{number}.toml": _filled("quiz.toml", values) + "".join(items),
        f"notebooks/{number}_{name}.ipynb": _notebook(_filled("lesson.md", values)),
    }
    lists = ("lessons.toml", "sections.toml", "flashcards.toml", "summary.toml")
    more = {f"data/{each}": _filled(each, values) for each in lists}
    return _write(root, files, more)


def new_activity(place: str, root: Path = ROOT) -> list[Path]:
    """Write an activity with its model, data, view and tests. Raises `NewError` before that."""
    room, _, name = place.partition("/")
    if room not in ROOMS or not name:
        raise NewError(
            f"{place!r} does not say in which room the activity belongs. Write it like "
            f"pictures/kettle. {near_matches(room, ROOMS)}"
        )
    _check_slug(name, "activity", "pictures/kettle")
    values = {"room": room, "name": name, "cls": "".join(map(str.capitalize, name.split("_")))}
    stub = (root / "course_lib" / "__init__.pyi").read_text(encoding="utf-8")
    if re.search(rf"\bas {values['cls']}$", stub, re.MULTILINE):
        raise NewError(
            f"There is an activity called {values['cls']!r} already. Choose another name."
        )
    files = {
        f"course_lib/{room}/{name}.py": _filled("activity.py.txt", values),
        f"course_lib/{room}/{name}_model.py": _filled("activity_model.py.txt", values),
        f"course_lib/{room}/{name}_data.py": _filled("activity_data.py.txt", values),
        f"course_lib/{room}/{name}.js": _filled("activity.js.txt", values),
        f"data/{name}.toml": _filled("activity.toml", values),
        f"tests/{room}/test_{name}.py": _filled("activity_test.py.txt", values),
        f"tests/{room}/test_{name}_model.py": _filled("activity_model_test.py.txt", values),
    }
    written = _write(root, files, {})
    line = f"from .{room}.{name} import {values['cls']} as {values['cls']}"
    first, *lines = stub.splitlines()
    path = root / "course_lib" / "__init__.pyi"
    path.write_text("\n".join([first, *sorted([*lines, line])]) + "\n", encoding="utf-8")
    return [*written, path]


def _check_slug(name: str, kind: str, example: str) -> None:
    if not _SLUG.match(name) or keyword.iskeyword(name):
        raise NewError(
            f"{name!r} cannot be the name of a file of this {kind}. Use small letters, digits "
            f"and _ between words, beginning with a letter, like {example}."
        )


def _filled(skeleton: str, values: dict[str, object] | dict[str, str]) -> str:
    text = (_SKELETONS / skeleton).read_text(encoding="utf-8")
    return Template(text).substitute(values)


def _write(root: Path, files: dict[str, str], more: dict[str, str]) -> list[Path]:
    """Write new files, and put more to the end of others. Raises `NewError` if one exists."""
    for name in files:
        if (root / name).exists():
            raise NewError(
                f"{name} exists already, so nothing was written. Choose another name, or move "
                "that file away."
            )
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    for name, text in more.items():
        with (root / name).open("a", encoding="utf-8") as file:
            file.write(text)
    return [root / name for name in (*files, *more)]


def _notebook(text: str) -> str:
    """Return a notebook from a text in which each cell begins with a line "=== id kind"."""
    cells = []
    for piece in re.split(r"^=== ", text, flags=re.MULTILINE)[1:]:
        head, _, source = piece.partition("\n")
        ident, _, kind = head.partition(" ")
        code = kind == "code"
        tags = ["hide-input"] if code else ["facilitator"] if kind else []
        metadata = {"tags": tags, "jupyter": {"source_hidden": code}}
        cells.append(
            {
                "cell_type": "code" if code else "markdown",
                "id": ident,
                "metadata": metadata,
                "source": source.strip().splitlines(keepends=True),
                **({"execution_count": None, "outputs": []} if code else {}),
            }
        )
    made = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(normalise(made), indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def main(arguments: list[str]) -> int:
    """Make what was asked for and say what comes next; return 1 if it cannot be made."""
    if len(arguments) != 2 or arguments[0] not in KINDS:
        print(
            "Say what to make and its name: python -m tools.new lesson after_the_course, or "
            "python -m tools.new activity pictures/kettle."
        )
        return 1
    kind, name = arguments
    try:
        written = (new_lesson if kind == "lesson" else new_activity)(name)
    except (NewError, ContentError) as problem:
        print(problem)
        return 1
    for path in written:
        print(f"written: {path.relative_to(ROOT)}")
    print("Next: python3 start.py check says in sentences what is still to be written.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
