"""A lesson's prose as HTML: headings, links between lessons, and terms explained in place."""

from __future__ import annotations

import re
from collections import Counter
from html import escape, unescape
from typing import TYPE_CHECKING, Any

import mistune

from course_lib.evidence import glossary_data
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
        found = str(self._markdown(source))
        ours = f"<p>{escape(getattr(words(), instead))}</p>"
        return self._glossary.explain(_LAB_START.sub(ours, found))


def word_count(source: str) -> int:
    """Count the words of a cell, without the addresses of its links."""
    return len(re.findall(r"[A-Za-z0-9’'-]+", re.sub(r"\]\([^)]*\)", "]", source)))


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

    def explain(self, html: str) -> str:
        return "".join(self._pieces(html))

    def _pieces(self, html: str) -> Iterator[str]:
        inside = 0
        for piece in _TAG.split(html):
            if piece.startswith("<"):
                name = re.sub(r"[^a-z0-9].*", "", piece.lstrip("</").lower(), flags=re.DOTALL)
                if name in _NOT_IN:
                    inside += -1 if piece.startswith("</") else 1
                yield piece
            else:
                yield piece if inside else self._found.sub(self._button, piece)

    def _button(self, match: re.Match[str]) -> str:
        word = match["name"]
        term = self._terms[word.lower()]
        if term.id in self._seen:
            return match[0]
        self._seen.add(term.id)
        name = term.term[0].upper() + term.term[1:]
        html = (
            f'<button type="button" class="term" popovertarget="term-{term.id}">{word}</button>'
            f'<span class="term-note" id="term-{term.id}" popover>'
            f"<strong>{escape(name)}.</strong> {escape(term.definition)} "
            f'<a href="glossary.html#term-{term.id}">{escape(words().glossary_title)}</a></span>'
        )
        if not match["opens"] + match["closes"]:
            return html
        return f'<span class="close">{match["opens"]}{html}{match["closes"]}</span>'
