"""The activities of a notebook as a page holds them: markup, and its state as data."""

from __future__ import annotations

import ast
import re
from html import escape
from typing import TYPE_CHECKING, Any

from course_lib.frame import load
from course_lib.frame.activity import Activity
from course_lib.frame.markup import script_json
from course_lib.site.problems import SiteError
from course_lib.site.words_data import words

if TYPE_CHECKING:
    from collections.abc import Collection

_NOT_FOR_PAGES = {"markup", "layout", "tabbable", "tooltip"}
_HINT = re.compile(r'(<p class="cc-static" data-static="[^"]*"><em>).*?(</em>)', re.DOTALL)
_LESSON_LINK = re.compile(r'<a href="(\w+)\.ipynb(#[\w-]+)?"[^>]*>(.*?)</a>', re.DOTALL)
#: Pages beside the lessons, which are always built.
BESIDE = ("glossary.html", "references.html")
_LINKED = re.compile(
    r'<details id="[^"]*" (data-(?:claim|asked)="(C\d\d|q-[a-z-]+)"[^>]*>.*?)<dl>', re.DOTALL
)


class Activities:
    """Run the code cells of one notebook and give each activity its place on the page.

    Parameters
    ----------
    notebook : str
        The notebook's name, for error messages.
    pages : collection of str
        The lesson pages of the site; a link to any other lesson becomes plain words.
    """

    def __init__(self, notebook: str, pages: Collection[str] = ()) -> None:
        self._notebook = notebook
        self._pages = pages
        self._names: dict[str, Any] = {"__name__": "__page__"}
        self._markups: list[str] = []
        self._states: dict[str, dict[str, Any]] = {}
        #: The view modules that the page needs.
        self.views: set[str] = set()
        #: The style sheets that the page needs beside the one that all activities share.
        self.sheets: set[str] = set()

    def show(self, source: str, cell: str) -> Activity | None:
        """Run a cell and return the activity that it ends with, if any.

        Raises
        ------
        SiteError
            If the cell fails, or shows something that is no activity.
        ContentError
            If it fails because the data is not as it should be.
        """
        try:
            shown = _run(source, self._names)
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # also sys.exit, which would end the build without a word
            load.check()  # a fault in the data is no fault of the cell
            raise SiteError(
                f"{self._notebook}, cell {cell}: {type(error).__name__}: {error} "
                "Run this notebook in JupyterLab and correct that cell."
            ) from error
        if shown is None or isinstance(shown, Activity):
            return shown
        raise SiteError(
            f"{self._notebook}, cell {cell}: it shows a {type(shown).__name__}, and a page can "
            "only hold the course's activities. End the cell with an activity."
        )

    def form(self, activity: Activity) -> str:
        """Return an activity's markup with its state beside it."""
        again = self._markups.count(activity.markup)
        self._markups.append(activity.markup)
        self.views.add(activity.view_path)
        self.sheets.update(activity.sheets)
        html = activity.static_html(f"-{again + 1}" if again else "")
        html = linked(html, self._pages)
        html = _HINT.sub(lambda m: m[1] + escape(words().hint) + m[2], html)
        if not again:  # what a link points to; inside, so that it opens without a script
            html = _LINKED.sub(r'<details \1<dl id="\2">', html)
            html = html.replace('data-help="help">', 'data-help="help" id="help">')
        place = f"activity-{len(self._markups)}"
        return (
            f'<div class="activity" id="{place}">\n{html}\n'
            f'<script type="application/json" data-for="{place}" data-view="{activity.view_path}"'
            f"{self._state(place, activity)}</script>\n</div>\n"
        )

    def _state(self, place: str, activity: Activity) -> str:
        """Return the end of a script element's tag, and what the activity's state is in JSON.

        Where the tables of a figure stand on the page already, the state says only what is other.
        """
        state = _state(activity)
        for like, other in self._states.items():
            if "tables" in state and state["tables"] == other.get("tables"):
                own = {name: each for name, each in state.items() if each != other.get(name)}
                return f' data-like="{like}">{script_json(own)}'
        self._states[place] = state
        return f">{script_json(state)}"


def linked(html: str, pages: Collection[str]) -> str:
    """Return markup whose links to notebooks lead to their pages, or are plain words."""

    def to_page(link: re.Match[str]) -> str:
        page = f"{link[1]}.html"
        if page not in (*pages, *BESIDE):
            return link[3]
        return f'<a href="{page}{link[2] or ""}">{link[3]}</a>'

    return _LESSON_LINK.sub(to_page, html)


def _run(source: str, names: dict[str, Any]) -> Any:
    """Run code and return the value of its last line, as a notebook does."""
    body = ast.parse(source).body
    last = body.pop() if body and isinstance(body[-1], ast.Expr) else None
    exec(compile(ast.Module(body, []), "<cell>", "exec"), names)
    if not isinstance(last, ast.Expr):
        return None
    return eval(compile(ast.Expression(last.value), "<cell>", "eval"), names)


def _state(activity: Activity) -> dict[str, Any]:
    """Return the public traits."""
    return {
        name: value
        for name, value in activity.trait_values(sync=True, private=None).items()
        if not name.startswith("_") and name not in _NOT_FOR_PAGES
    }
