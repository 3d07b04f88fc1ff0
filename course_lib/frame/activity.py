"""What every activity has: one markup, three forms, public traits."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, ClassVar

import anywidget
import traitlets as t

from course_lib.frame.markup import PREFIX
from course_lib.frame.signs import drawn
from course_lib.frame.storage import PICTURE, for_storage

_PACKAGE = Path(__file__).resolve().parents[1]
#: How a view imports: the names, and the module beside it or in another room.
IMPORT = re.compile(r'^import \{([^}]*)\} from "(\.\.?/[a-z_/]+\.js)";$', re.MULTILINE)
#: A note above a function, with the types that `tools.web_checks` reads.
_NOTE = re.compile(r"^ */\*\*(?:(?!\*/).)*\*/\n", re.MULTILINE | re.DOTALL)
#: Where a line of stored words ends: after a sentence or a part of one.
_SENTENCE_END = re.compile(r"(?<=[.?!:;]) ")


def shipped(code: str) -> str:
    """Return a view's code without its notes and types, which no browser needs."""
    return _NOTE.sub("", code)


@cache
def view_code(view: str) -> str:
    """Return the code of a view, such as "cards/quiz.js", as one ES module.

    Front ends load a view from a blob, where a relative ``import`` cannot
    resolve. So each module takes the place of the line that imports it first;
    a static page uses the files one by one.
    """
    return shipped(_with_imports((_PACKAGE / view).resolve(), set()))


def _with_imports(module: Path, seen: set[Path]) -> str:
    def inlined(found: re.Match[str]) -> str:
        imported = (module.parent / found[2]).resolve()
        if imported in seen:
            return ""
        seen.add(imported)
        return re.sub(r"^export ", "", _with_imports(imported, seen), flags=re.MULTILINE)

    return IMPORT.sub(inlined, module.read_text(encoding="utf-8"))


@cache
def style_code(*sheets: str) -> str:
    """Return what all activities share and some sheets, such as "cards/quiz.css"."""
    return "\n".join(
        (_PACKAGE / each).read_text(encoding="utf-8") for each in ("frame/base.css", *sheets)
    )


class Activity(anywidget.AnyWidget):
    """An activity: an ordinary ipywidget that also has a static and a spoken form.

    In a notebook it shows as the live view; exported it is the same markup
    with its controls asleep; as text it is `describe`.
    """

    #: The view's file, which stands beside the module that names it.
    view: ClassVar[str] = ""
    #: The same file with its room, such as "cards/quiz.js".
    view_path: ClassVar[str] = ""
    #: The sheets of its own, such as "cards/deck.css": they stand beside its view or its module.
    sheets: ClassVar[tuple[str, ...]] = ()
    #: Arguments that make an example of the activity, for tests and for the curious.
    example: ClassVar[tuple[Any, ...]] = ()

    markup = t.Unicode(help="Well-formed markup, ids beginning with a stand-in prefix").tag(
        sync=True, to_json=lambda markup, _: drawn(markup)
    )

    def __init_subclass__(cls, **kwargs: Any) -> None:
        # Only the course's own: traitlets derives further classes, where these are traits already.
        if cls.__module__.startswith("course_lib.") and isinstance(getattr(cls, "_css", ""), str):
            *_, room, module = cls.__module__.split(".")
            beside = [module]
            if "view" in cls.__dict__:
                cls.view_path = f"{room}/{cls.view}"
                cls._esm = view_code(cls.view_path)
                beside.insert(0, Path(cls.view).stem)
            own = (f"{room}/{stem}.css" for stem in beside)
            found = (each for each in own if (_PACKAGE / each).is_file())
            cls.sheets = tuple(dict.fromkeys((*cls.sheets, *found)))
            cls._css = style_code(*cls.sheets)
        super().__init_subclass__(**kwargs)

    def __new__(cls, *args: Any, **kwargs: Any) -> Activity:  # noqa: D102, PYI034  traitlets
        made: Activity = super().__new__(cls, *args, **kwargs)
        made._own_id = _own_id(cls.__name__, args, kwargs)
        return made

    def describe(self) -> str:
        """Return in words what the activity shows now."""
        return plain_text(self.static_html(slim=True))

    def static_html(self, suffix: str = "", *, slim: bool = False) -> str:
        """Return the activity as static markup, with ids that are its own.

        They follow from its class and the arguments it was made with, never from its words:
        a word that is corrected changes no id.

        Parameters
        ----------
        suffix : str
            Keeps ids apart where the same activity stands twice on a page.
        slim : bool
            Whether to leave out what can only be seen when it is alive, for storage.
        """
        return self._static_markup(slim=slim).replace(PREFIX, f"cc-{self._own_id}{suffix}-")

    def _static_markup(self, *, slim: bool = False) -> str:  # noqa: ARG002  for subclasses
        return self.markup

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        bundle = super()._repr_mimebundle_(**kwargs)
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle or {}, {})
        html = self.static_html(slim=True)
        words = _SENTENCE_END.sub("\n", plain_text(html))
        stored = {"text/plain": words, "text/html": for_storage(html)}
        return {**data, **stored}, metadata


def _own_id(name: str, args: tuple[Any, ...], options: dict[str, Any]) -> str:
    """Return what makes the ids of an activity its own: its class, and a mark of its arguments."""
    given = [*map(repr, args), *(f"{key}={options[key]!r}" for key in sorted(options))]
    mark = f"-{hashlib.sha256(', '.join(given).encode()).hexdigest()[:4]}" if given else ""
    return name.lower() + mark


class _Words(HTMLParser):
    """Collect the words of markup, one line for each block, without hidden parts."""

    _BLOCKS: ClassVar = {
        "figcaption", "fieldset", "figure", "h3", "h4", "legend", "li", "p", "section",
        "summary", "dt", "dd", "label", "div", "ul", "ol", "details", "tr",
    }  # fmt: skip
    _VOID: ClassVar = {"input", "br", "hr", "img", "link", "meta"}

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = [""]
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self._BLOCKS:
            self.lines.append("")
        if tag in self._VOID:
            return
        quiet = tag == "svg" or any(name in ("hidden", "data-static") for name, _ in attrs)
        if self._silent or quiet:
            self._silent += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in self._VOID:
            return
        if self._silent:
            self._silent -= 1
        if tag in self._BLOCKS:
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.lines[-1] += data


def plain_text(markup: str) -> str:
    """Return the visible words of markup, one block a line, for text and tests."""
    words = _Words()
    words.feed(PICTURE.sub("", markup))  # what a picture shows is told beside it
    lines = (" ".join(line.split()) for line in words.lines)
    return "\n".join(line for line in lines if line)
