"""Every text of the data with HTML at its end: what is shown must show it and never obey it."""

import json
import sys
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Annotated, Union, get_args, get_origin

import msgspec
from msgspec import Struct

import course_lib
from course_lib.evidence import references_data
from course_lib.frame import load, phrases
from course_lib.frame.activity import Activity
from course_lib.frame.examine import hints
from course_lib.frame.lessons_data import NOTEBOOKS
from course_lib.site.build import build, lesson_notebooks
from course_lib.site.pack import pack_html, pack_of

#: Ends an attribute, an element and a script, and does something if it is obeyed.
PAYLOAD = """<img src=x onerror="globalThis.obeyed=1"></script></textarea><!-- "'&lt;>"""
#: What only the course itself reads, without a pattern that says so.
_NAMES = {"key", "kind", "percent", "address", "lane_colour"}


def marked(value, kind):
    """Return a value of the data with every text in it marked that a person reads."""
    if get_origin(kind) is Annotated:
        kind, *metas = get_args(kind)
        named = any(each.pattern or (each.extra or {}).get("names") for each in metas)
        if isinstance(value, str):
            return value if named or not value else value + PAYLOAD
    if isinstance(value, Struct):
        changed = {
            name: marked(getattr(value, name), hint)
            for name, hint in hints(type(value)).items()
            if name not in _NAMES
        }
        return msgspec.structs.replace(value, **changed)
    if isinstance(value, list | tuple):
        inner = next(iter(get_args(kind)), None)
        return type(value)(marked(each, inner) for each in value)
    if isinstance(value, dict):
        inner = (get_args(kind) or (None, None))[1]
        return {key: marked(each, inner) for key, each in value.items()}
    if get_origin(kind) in (Union, UnionType):
        [inner] = [each for each in get_args(kind) if each is not type(None)][:1]
        return marked(value, inner)
    return value + PAYLOAD if kind is str and type(value) is str and value else value


def mark_everything():
    """Let every text be read with HTML at its end, from now on."""
    convert, filled = load.convert, phrases._filled
    load_references = references_data.load_references
    load.convert = lambda *given, **how: marked(convert(*given, **how), given[3])
    phrases._filled = cache(lambda key: filled(key) + PAYLOAD)
    references_data.load_references = lambda name: {
        key: marked(each, type(each)) for key, each in load_references(name).items()
    }


def write(folder):
    """Write all that is made of the data into a folder: pages, handouts, and what is stored."""
    build(folder / "site")
    handouts, stored = folder / "handouts", {}
    handouts.mkdir()
    for path in lesson_notebooks(NOTEBOOKS):
        pack = pack_of(path.name[:2])
        (handouts / f"{path.name[:2]}.html").write_text(pack_html(pack), encoding="utf-8")
    for name in course_lib.__all__:
        kind = getattr(course_lib, name)
        if isinstance(kind, type) and issubclass(kind, Activity):
            activity = kind(*kind.example)
            data, _ = activity._repr_mimebundle_()
            stored[name] = [data["text/html"], activity.markup]
    (folder / "activities.json").write_text(json.dumps(stored), encoding="utf-8")


if __name__ == "__main__":  # in a process of its own: much that is made of the data is kept
    mark_everything()
    write(Path(sys.argv[1]))
