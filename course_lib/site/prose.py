"""A lesson's prose as HTML: headings, links between lessons, and terms explained in place."""

from __future__ import annotations

import re
from collections import Counter
from html import escape, unescape
from typing import TYPE_CHECKING, Any

import mistune

from course_lib.evidence import claims_data, glossary_data
from course_lib.evidence.marks import mark_name
from course_lib.site.anchors import neutral
from course_lib.site.words_data import words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

#: In JupyterLab one key starts a lesson; on a page there is nothing to start.
_LAB_START = re.compile(r"<p>(?:(?!</p>).)*\bF9\b.*?</p>", re.DOTALL)
_TAG = re.compile(r"(<[^>]*>)")
#: What is written close to a word, and goes with it to the next line.
_OPENS, _CLOSES = r"(?P<opens>[(“‘]*)", r"(?P<closes>[.,;:!?)”’…]*)"
_HEAD = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)
_ROW = re.compile(r"<tr>.*?</tr>", re.DOTALL)
_CELL = re.compile(r"<td\b")
#: A claim's mark in markdown, and the narrow space before it: on a page the style keeps it apart.
_MARK = re.compile(r"#(C\d\d)")
_BEFORE_MARK = re.compile(r"[\s\u00a0\u202f]+(?=<a class=\"mark\")")
_CLOSED = re.compile(r"<details>\s*<summary>(.*?)</summary>.*?</details>", re.DOTALL)
#: A mark that the text shows ("small marks, such as ◐") stays where it is.
_SHOWN = re.compile(r"(?<=\bas)<a class=\"mark\"")
_NOT_IN = {"a", "button", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6"}


class Prose:
    """Turn the markdown cells of one page into HTML, in order.

    Parameters
    ----------
    pages : collection of str
        The lesson pages of the site; a link to any other notebook becomes plain words.
    """

    def __init__(self, pages: Collection[str]) -> None:
        renderer = _Renderer(pages)
        self._markdown = mistune.create_markdown(renderer=renderer, plugins=["table"])
        self._glossary = _Glossary()

    def html(self, source: str, instead: str = "start") -> str:
        """Return one cell as HTML, with terms explained where they first stand.

        Parameters
        ----------
        source : str
            The cell's markdown.
        instead : str
            The site's words in place of a paragraph about JupyterLab's starting key.
        """
        found = _BEFORE_MARK.sub("", str(self._markdown(source)))
        found = _SHOWN.sub('<a class="mark shown"', found)
        ours = f"<p>{escape(getattr(words(), instead))}</p>"
        return self._glossary.explain(_LAB_START.sub(ours, found))


def word_count(source: str) -> int:
    """Count the words of a cell that a reader meets: no addresses of links, nothing closed."""
    met = _CLOSED.sub(r"\1", re.sub(r"\]\([^)]*\)", "]", source))
    return len(re.findall(r"[A-Za-z0-9’'-]+", met))


def plain(html: str) -> str:
    """Return the words of a piece of HTML."""
    return unescape(re.sub(r"<[^>]*>", "", html)).strip()


class _Renderer(mistune.HTMLRenderer):
    def __init__(self, pages: Collection[str]) -> None:
        super().__init__(escape=False)
        self._pages = pages
        self._ids: Counter[str] = Counter()

    def heading(self, text: str, level: int, **attributes: Any) -> str:  # noqa: ARG002  mistune
        """Return a heading; its id comes from the name that JupyterLab gives it, made unique."""
        name = plain(text).replace(" ", "-")
        self._ids[name] += 1
        if self._ids[name] > 1:
            name = f"{name}-{self._ids[name]}"
        return f'<h{level} id="{neutral(name)}">{text}</h{level}>\n'

    def link(self, text: str, url: str, title: str | None = None) -> str:
        """Return a link; one to another lesson's notebook leads to its page."""
        mark = _MARK.fullmatch(url)
        if mark and title:
            return _mark(mark[1], text, title)
        notebook, hash_, place = url.partition("#")
        if notebook.endswith(".ipynb") and ":" not in notebook:
            page = re.sub(r"\.ipynb$", ".html", notebook.removeprefix("./"))
            if page not in self._pages:
                return text
            url = page + hash_ + place
        if place and ":" not in notebook:
            url = url.removesuffix(place) + neutral(place)
        return super().link(text, url, title)

    def table(self, text: str) -> str:
        """Return a table whose cells know their column's name: a phone shows rows as lists."""
        heads = [plain(head) for head in _HEAD.findall(text)]

        def row(match: re.Match[str]) -> str:
            names = iter(heads)
            return _CELL.sub(lambda _: f'<td data-head="{escape(next(names))}"', match[0])

        return f"<table>\n{_ROW.sub(row, text)}</table>\n"


def _mark(key: str, sign: str, title: str) -> str:
    name = mark_name(claims_data.claim(key))
    return (
        f'<a class="mark" href="#{key}" title="{escape(title)}" data-mark="{key}">'
        f'<span aria-hidden="true">{sign}</span><span class="spoken">{escape(name)}</span></a>'
    )


class _Glossary:
    """Explain each term once on a page, where it first stands."""

    def __init__(self) -> None:
        self._terms = {
            name.lower(): term
            for term in glossary_data.glossary().values()
            for name in (term.term, *term.synonyms)
        }
        names = sorted(self._terms, key=len, reverse=True)
        self._found = re.compile(
            rf"{_OPENS}(?<![\w-])(?P<name>{'|'.join(map(re.escape, names))})(?![\w-]){_CLOSES}",
            re.IGNORECASE,
        )
        self._seen: set[str] = set()
        self._closed = ""  # what ends a note's id in text that opens: it may never be opened

    def explain(self, html: str) -> str:
        return "".join(self._pieces(html))

    def _pieces(self, html: str) -> Iterator[str]:
        inside = 0
        for piece in _TAG.split(html):
            if piece.startswith("<"):
                name = re.sub(r"[^a-z0-9].*", "", piece.lstrip("</").lower(), flags=re.DOTALL)
                if name == "details":
                    self._closed = "" if piece.startswith("</") else "-closed"
                if name in _NOT_IN:
                    inside += -1 if piece.startswith("</") else 1
                yield piece
            else:
                yield piece if inside else self._found.sub(self._button, piece)

    def _button(self, match: re.Match[str]) -> str:
        word = match["name"]
        term = self._terms[word.lower()]
        place = term.id + self._closed
        if self._seen & {term.id, place}:
            return match[0]
        self._seen.add(place)
        name = term.term[0].upper() + term.term[1:]
        html = (
            f'<button type="button" class="term" popovertarget="term-{place}">{word}</button>'
            f'<span class="term-note" id="term-{place}" popover>'
            f"<strong>{escape(name)}.</strong> {escape(term.definition)} "
            f'<a href="glossary.html#term-{term.id}">{escape(words().glossary_title)}</a></span>'
        )
        if not match["opens"] + match["closes"]:
            return html
        return f'<span class="close">{match["opens"]}{html}{match["closes"]}</span>'
