"""What of an activity's markup a notebook stores: what can be seen where nothing is trusted.

A notebook that is not trusted (on a hub, after a change by somebody else, on a website for code)
loses every inline SVG and shows what ``hidden`` hid. So a stored picture is an image with a data
address, and what is hidden is not stored at all.
"""

from __future__ import annotations

import re
from html import escape, unescape
from html.parser import HTMLParser
from typing import ClassVar
from urllib.parse import quote

_NARROW = re.compile(r'<svg class="cc-narrow".*?</svg>', re.DOTALL)
#: A picture in markup; no picture stands in another.
PICTURE = re.compile(r"<svg\b[^>]*>.*?</svg>", re.DOTALL)
_TITLE = re.compile(r'<(\w+) class="cc-title"[^>]*>(.*?)</\1>', re.DOTALL)
_SIZE = re.compile(r'viewBox="\S+ \S+ (\S+) (\S+)"')
#: What only a view or a screen reader asks a picture's markup for.
_FOR_VIEWS = re.compile(r' (?:class|role|focusable|width|xmlns|(?:data|aria)-[\w-]+)="[^"]*"')
_STANDING_STILL = re.compile(r' transform="rotate\(-?0 [^"]*\)"')
#: Where a line of stored markup ends: inside the tag that ends an element.
_LINE_END = re.compile(r"(</\w+(?=>)|(?=/>))")
#: Many words without a tag, and where a line of them ends: after a sentence or a part of one.
_LONG_WORDS = re.compile(r"(?<=>)[^<>]{240,}(?=<)")
_SENTENCE_END = re.compile(r"(?<=[.?!:]) ")
#: The letters of SVG that an address in an attribute may hold as they are.
_PLAIN = " =:;,.()/'-+!*@?"
#: `quote` alone would look at each letter of a picture one by one.
_ESCAPED = {code: quote(chr(code), safe=_PLAIN) for code in range(128)}


def for_storage(html: str) -> str:
    """Return markup as a notebook stores it: what is seen, pictures as images, in short lines.

    A front end shows the wide form alone, and lines keep the difference between two versions
    small. A line of markup ends inside a tag, before its ``>``, in many words in the place of a
    space after a sentence, and in a picture after a ``>``: browsers drop line ends from addresses.
    """
    shown = _seen(_NARROW.sub("", html))
    title = _TITLE.search(shown)
    alt = unescape(re.sub(r"<[^>]*>", "", title[2])) if title else ""
    pieces, end = [], 0
    for found in PICTURE.finditer(shown):
        pieces += [_in_lines(shown[end : found.start()]), _image(found[0], alt)]
        end = found.end()
    return "".join([*pieces, _in_lines(shown[end:])])


def _seen(html: str) -> str:
    """Return markup without what is hidden; most pictures need not be parsed for that."""
    seen, end = _Seen(), 0
    for picture in PICTURE.finditer(html):
        seen.feed(html[end : picture.start()])
        (seen.feed if " hidden" in picture[0] else seen.keep)(picture[0])
        end = picture.end()
    seen.feed(html[end:])
    return "".join(seen.kept)


def _in_lines(markup: str) -> str:
    words = _LONG_WORDS.sub(lambda found: _SENTENCE_END.sub("\n", found[0]), markup)
    return _LINE_END.sub(r"\1\n", words)


def _image(svg: str, alt: str) -> str:
    """Return a picture as an image that needs nothing around it, on a white ground."""
    size = _SIZE.search(svg)
    width, height = size.groups() if size else ("760", "400")
    slim = _STANDING_STILL.sub("", _FOR_VIEWS.sub("", svg)).replace("'DejaVu Sans'", "sans-serif")
    alone = slim.replace(
        "<svg",
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"',
        1,
    ).replace(">", f'><rect width="{width}" height="{height}" fill="white"/>', 1)
    single = re.sub(r'="([^"\']*)"', r"='\1'", re.sub(r">\s+<", "><", alone)).replace("\n", " ")
    address = re.sub("[^\0-\x7f]+", lambda found: quote(found[0]), single.translate(_ESCAPED))
    address = address.replace("%3E", "%3E\n").strip()
    return f'<img alt="{escape(alt)}" width="{width}" src="data:image/svg+xml,{address}">'


class _Seen(HTMLParser):
    """Keep markup as it is written, without elements that are hidden."""

    _VOID: ClassVar = {"input", "br", "hr", "img", "link", "meta"}

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.kept: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        hidden = self._hidden or any(name == "hidden" for name, _ in attrs)
        if not hidden:
            self.kept.append(self.get_starttag_text() or "")
        elif tag not in self._VOID:
            self._hidden += 1

    def handle_startendtag(
        self,
        tag: str,  # noqa: ARG002
        attrs: list[tuple[str, str | None]],
    ) -> None:
        if not self._hidden and not any(name == "hidden" for name, _ in attrs):
            self.kept.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        if self._hidden:
            self._hidden -= tag not in self._VOID
        else:
            self.kept.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.keep(data)

    def handle_entityref(self, name: str) -> None:
        self.keep(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.keep(f"&#{name};")

    def keep(self, piece: str) -> None:
        """Keep a piece unless something hidden is open."""
        if not self._hidden:
            self.kept.append(piece)
