"""``python -m tools.reading``: how the lessons read, and whether their words are plain and kind.

For each lesson: words, sentences, their mean length and spread, the reading age (the automated
readability index, which counts letters and words, plus five years), and how often it says "the
article". Measured, and not aimed at. Then every text that people read is held against
``tools/language.toml``; a word that is not meant to be there makes the command return 1.
"""

from __future__ import annotations

import json
import re
import statistics
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from course_lib.frame.read import data_dir

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = ROOT / "notebooks"
LIST = Path(__file__).with_name("language.toml")
#: Parts of the data that no reader sees as text, or that are the article's own words.
_NOT_READ = {
    "id", "to", "refs", "claims", "covers", "words", "phrasings", "synonyms", "also",
    "small_words", "weak_words", "topic_words", "article_says",
}  # fmt: skip
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_QUOTED = re.compile(r"“[^”]*”|‘[^’]*’|\"[^\"]*\"")
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9’'-]*")
_SENTENCE_END = re.compile(r"(?<=[.!?])[”’\"')*_]*\s+|\n+")


class Figures(NamedTuple):
    """How a text reads."""

    words: int
    sentences: int
    mean: float
    spread: float
    age: float
    article: int


class Fault(NamedTuple):
    """A word that is not meant to be in a text."""

    place: str
    word: str
    kind: str
    instead: str
    text: str

    def __str__(self) -> str:
        """Return the fault as a line."""
        return f"{self.place}: “{self.word}” {self.kind}. Instead: {self.instead}. {self.text!r}"


def plain(markdown: str) -> str:
    r"""Return markdown as it is read: links as their words, no marks, no signs of form.

    >>> plain("## So\n- *Tears* [come](x.ipynb).\u202f[◐](#C08 'Mixed')")
    'So\nTears come.'
    """
    text = _LINK.sub(lambda found: found[1] if _WORD.search(found[1]) else "", markdown)
    text = re.sub(r"^[ \t]*(#+|[-*] |\d+\. |>)[ \t]*", "", text, flags=re.MULTILINE)
    return re.sub(r"[*_`|]|\u202f", "", text).strip()


def figures(text: str) -> Figures:
    """Return how a plain text reads; a heading or an item of a list is a sentence, too."""
    lengths = [len(_WORD.findall(each)) for each in _SENTENCE_END.split(text)]
    lengths = [length for length in lengths if length]
    words = _WORD.findall(text)
    if not words:
        return Figures(0, 0, 0.0, 0.0, 0.0, 0)
    mean = len(words) / len(lengths)
    letters = sum(len(re.sub(r"[^A-Za-z0-9]", "", each)) for each in words) / len(words)
    age = 4.71 * letters + 0.5 * mean - 21.43 + 5
    article = len(re.findall(r"\bthe article", text, re.IGNORECASE))
    return Figures(len(words), len(lengths), mean, statistics.pstdev(lengths), age, article)


def cells(path: Path, *, facilitators: bool = False) -> Iterator[tuple[str, str]]:
    """Return place and markdown of a lesson's prose, with or without what is for a teacher."""
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        teacher = "facilitator" in cell["metadata"].get("tags", [])
        if cell["cell_type"] == "markdown" and (facilitators or not teacher):
            yield f"notebooks/{path.name[:2]}:{cell['id']}", "".join(cell["source"])


def report(paths: Iterable[Path]) -> Iterator[str]:
    """Return a table of how the lessons read, and a line for all of them."""
    yield "lesson  words  sentences  mean  spread  reading age  “the article”"
    whole = []
    for path in paths:
        text = "\n".join(plain(source) for _, source in cells(path))
        whole.append(text)
        yield _line(path.name[:2], figures(text))
    yield _line("all", figures("\n".join(whole)))


def _line(name: str, read: Figures) -> str:
    return (
        f"{name:<6} {read.words:>6} {read.sentences:>10} {read.mean:>5.1f} {read.spread:>7.1f} "
        f"{read.age:>12.1f} {read.article:>14}"
    )


@cache
def _rules() -> list[tuple[re.Pattern[str], str, str]]:
    raw = tomllib.loads(LIST.read_text(encoding="utf-8"))
    return [
        (_pattern(word), entry["kind"], entry["instead"])
        for entry in raw["words"]
        for word in entry["find"]
    ]


def _pattern(word: str) -> re.Pattern[str]:
    letters = re.escape(word.rstrip("*")).replace(r"\ ", r"\s+")
    end = r"\w*" if word.endswith("*") else ""
    return re.compile(rf"(?<![\w-]){letters}{end}(?![\w-])", re.IGNORECASE)


def allowed() -> list[dict[str, str]]:
    """Return what may stand although it is on the list: word, place and reason."""
    found: list[dict[str, str]] = tomllib.loads(LIST.read_text(encoding="utf-8")).get("allow", [])
    return found


def faults_in(place: str, text: str) -> Iterator[Fault]:
    """Return the words of a text that are on the list, but for those in quotation marks."""
    said = _QUOTED.sub("…", plain(text))
    for pattern, kind, instead in _rules():
        for found in pattern.finditer(said):
            around = said[max(0, found.start() - 30) : found.end() + 30]
            yield Fault(place, found[0], kind, instead, around)


def data_texts() -> Iterator[tuple[str, str]]:
    """Return place and text of everything in the data that is read as text."""
    for path in sorted(data_dir().rglob("*.toml")):
        name = path.relative_to(data_dir()).as_posix()
        for text in _texts(tomllib.loads(path.read_text(encoding="utf-8"))):
            yield f"data/{name}", text


def _texts(raw: Any) -> Iterator[str]:
    if isinstance(raw, dict):
        for key, value in raw.items():
            if key not in _NOT_READ:
                yield from _texts(value)
    elif isinstance(raw, list):
        for each in raw:
            yield from _texts(each)
    elif isinstance(raw, str):
        yield raw


def all_faults(paths: Iterable[Path]) -> list[str]:
    """Return a line for each word that is not meant to be there, and each needless allowance."""
    texts = [each for path in paths for each in cells(path, facilitators=True)]
    found = [fault for place, text in [*texts, *data_texts()] for fault in faults_in(place, text)]
    allow = allowed()

    def fits(entry: dict[str, str], fault: Fault) -> bool:
        return fault.word.lower() == entry["word"] and fault.place == entry["place"]

    wrong = [str(fault) for fault in found if not any(fits(entry, fault) for entry in allow)]
    needless = [entry for entry in allow if not any(fits(entry, fault) for fault in found)]
    return wrong + [
        f"tools/language.toml: {entry['word']!r} in {entry['place']} is allowed, and not there."
        for entry in needless
    ]


def main() -> int:
    """Print the report and what is wrong; return 1 if anything is."""
    paths = sorted(NOTEBOOKS.glob("[0-9][0-9]_*.ipynb"))
    print("\n".join(report(paths)))
    wrong = all_faults(paths)
    print("\n".join(wrong) or "Words: plain and kind, as tools/language.toml asks.")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
