"""A lesson as one file with all that it needs: to send, or to put on a learning platform."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from course_lib.site.lesson import lesson_html
from course_lib.site.page_assets import POLICY, assets

if TYPE_CHECKING:
    from pathlib import Path

#: How the templates name what stands beside a page, with its version.
_PLACE = r'"(?P<place>assets/[^"?]+)\?v=\w+"'
_SHEET = re.compile(rf'<link rel="stylesheet" href={_PLACE}(?P<more>[^>]*)>')
_SCRIPT = re.compile(rf"<script (?:async )?src={_PLACE}></script>")
_ICON = re.compile(rf"(?<=href=){_PLACE}")
_WITHIN = re.compile(r"<(?P<kind>style|script)(?P<more>[^>]*)>(?P<text>.*?)</(?P=kind)>", re.DOTALL)
#: A link to another page. One that stays within the page, or leads to another site, stays.
_LINK = re.compile(
    r'<a\b(?P<before>[^>]*?)\bhref="(?P<page>[^"#:]+)(?:#[^"]*)?"(?P<after>[^>]*)>(?P<words>.*?)</a>',
    re.DOTALL,
)
#: At the end of a term's explanation a link stands by itself, and would be a word too many.
_TERM_LINK = re.compile(r' <a href="glossary\.html#[^"]*">[^<]*</a>(?=</span>)')


def alone_html(notebook: Path) -> str:
    """Return a lesson as a page that needs nothing beside it, and asks for nothing.

    Its styles and scripts stand in the page, and the page's policy allows just these, each by
    its hash. Help is the lesson's own panel; what would lead to another page is plain words.

    Parameters
    ----------
    notebook : Path
        The lesson's notebook.

    Raises
    ------
    SiteError
        If the notebook cannot be read or a cell of it fails.
    """
    html = _linked_within(lesson_html(notebook, (), alone=True))
    html = _SHEET.sub(lambda m: f"<style{m['more']}>{_text(m['place'])}</style>", html)
    html = _SCRIPT.sub(lambda m: f"<script>{_text(m['place'])}</script>", html)
    html = _ICON.sub(lambda m: f'"data:image/svg+xml,{quote(_text(m["place"]))}"', html)
    return html.replace(POLICY, _policy(html), 1)


def _linked_within(html: str) -> str:
    kept = {"notes.html": "about:blank"}  # the way out of a page whose scripts do not run
    if ' id="help"' in html:
        kept["help.html"] = "#help"

    def here(link: re.Match[str]) -> str:
        if link["page"] not in kept:
            return link["words"]
        to = kept[link["page"]]
        return f'<a{link["before"]}href="{to}"{link["after"]}>{link["words"]}</a>'

    return _LINK.sub(here, _TERM_LINK.sub("", html))


def _text(place: str) -> str:
    """Return an asset as it stands in a page: a browser reads, and hashes, plain line ends."""
    return assets()[place].decode().replace("\r\n", "\n")


def _policy(html: str) -> str:
    """Return the policy that allows the styles and scripts of a page, and nothing else."""
    allowed: dict[str, dict[str, None]] = {"style": {}, "script": {}}
    for found in _WITHIN.finditer(html):
        if 'type="application/json"' not in found["more"]:  # data is not run
            digest = hashlib.sha256(found["text"].encode()).digest()
            allowed[found["kind"]][f"'sha256-{base64.b64encode(digest).decode()}'"] = None
    return (
        f"default-src 'none'; script-src {' '.join(allowed['script'])}; "
        f"style-src {' '.join(allowed['style'])}; img-src data:; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
