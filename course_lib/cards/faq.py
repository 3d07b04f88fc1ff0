"""Questions people ask: short and long answers, how much is known, and a search among them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import traitlets as t

from course_lib.cards import faq_data
from course_lib.cards.faq_data import Known
from course_lib.cards.search_model import LONGEST, Index, index_of, words_of
from course_lib.evidence import claims_data, glossary_data
from course_lib.evidence.marks import claim_mark, further_sources, source_names
from course_lib.frame import markup as m
from course_lib.frame.activity import Activity
from course_lib.frame.phrases import phrase, phrases_below

if TYPE_CHECKING:
    from course_lib.cards.faq_data import Question

#: How close words are to what a question is about: its own words, then those that people
#: search with, then the rest.
OWN, OTHER, FAR = 3, 2, 1


class QuestionSearch(Activity):
    """Questions with answers to open, and a box that finds them as one types.

    A few questions that are asked often are shown first, the others as one types or asks for all.
    What is typed is no trait: it stays on the page, and neither a kernel nor a file sees it.
    A link to ``#q-`` and a question's id, anywhere in the lesson, opens that answer.
    """

    view = "faq.js"
    search = t.Dict().tag(sync=True)
    words = t.Dict().tag(sync=True)

    def __init__(self) -> None:
        questions = list(faq_data.questions().values())
        items = "".join(_question(each) for each in questions)
        super().__init__(
            markup='<section class="cc cc-faq" data-activity="QuestionSearch" '
            f'aria-labelledby="{m.PREFIX}title"><p class="cc-title" id="{m.PREFIX}title">'
            f"{m.text(phrase('faq.title'))}</p>{_search_box()}"
            f'<div class="cc-claims cc-questions">{items}</div>{_key()}'
            f"{further_sources(questions)}</section>",
            search={
                "indexes": question_indexes(),
                "phrases": question_phrases(),
                **passed_over(),
            },
            words=phrases_below("faq"),
        )


def question_indexes() -> list[Index]:
    """Return the search index of each question, with the glossary's other words for its terms."""
    return [
        index_of(
            [
                (each.question, OWN),
                *((word, OTHER if len(words_of(word)) == 1 else FAR) for word in each.words),
                (each.short, FAR),
                (phrase("faq.topic_words"), FAR),
                *((name, FAR) for name in _glossary_names(each)),
            ]
        )
        for each in faq_data.questions().values()
    ]


def question_phrases() -> list[list[str]]:
    """Return the search words of each question that are several words, to be found as a whole."""
    return [
        [" ".join(words_of(each)) for each in question.words if len(words_of(each)) > 1]
        for question in faq_data.questions().values()
    ]


def passed_over() -> dict[str, list[str]]:
    """Return the words that a search passes over, always or while there are others."""
    return {kind: words_of(phrase(f"faq.{kind}_words")) for kind in ("small", "weak", "topic")}


def _glossary_names(question: Question) -> list[str]:
    """Return every name of the glossary's terms that a question names."""
    text = f" {' '.join(words_of(' '.join([question.question, question.short, *question.words])))} "
    names: list[str] = []
    for term in glossary_data.glossary().values():
        explained = [term.term, *term.synonyms]
        if any(f" {' '.join(words_of(name))} " in text for name in explained):
            names += [*explained, *term.also]
    return names


def known_words(known: Known) -> tuple[str, str, str]:
    """Return symbol, word and meaning of how much is known."""
    if known.grade:
        entry = claims_data.grades()[known.grade]
        return entry.symbol, entry.word, entry.meaning
    name = known.value
    return phrase(f"faq.{name}_symbol"), phrase(f"faq.{name}"), phrase(f"faq.{name}_means")


def answer_link(key: str) -> str:
    """Return a link that opens the answer to a question."""
    return f'<a href="#q-{key}">{m.text(faq_data.questions()[key].question)}</a>'


def _search_box() -> str:
    suggestions = "".join(
        _search_button(words, words) for words in phrase("faq.suggestions").split(", ")
    )
    return (
        '<div data-live="" hidden="hidden"><div role="search" class="cc-search">'
        f'<label for="{m.PREFIX}search">{m.text(phrase("faq.label"))}</label>'
        f'<input type="search" id="{m.PREFIX}search" autocomplete="off" autocapitalize="none" '
        f'spellcheck="false" maxlength="{LONGEST}" aria-describedby="{m.PREFIX}private"/>'
        f'<button type="button" data-show="all">{m.text(phrase("faq.show_all"))}</button></div>'
        f'<p class="cc-reading" id="{m.PREFIX}private">{m.text(phrase("faq.private"))}</p>'
        '<p role="status"></p><div class="cc-card" data-part="empty" hidden="hidden">'
        f"<p>{m.text(phrase('faq.kind_none'))}</p>"
        f'<div class="cc-buttons">{suggestions}</div><p>{m.with_help(phrase("faq.help"))}</p>'
        "</div></div>"
    )


def _search_button(words: str, label: str) -> str:
    return f'<button type="button" data-search="{m.text(words)}">{m.text(label)}</button>'


def _question(question: Question) -> str:
    symbol, word, meaning = known_words(question.known)
    rows = {
        phrase("faq.short"): m.text(question.short),
        phrase("faq.long"): m.text(question.long),
        f"{phrase('faq.known')}: {symbol} {word}": m.text(meaning),
        phrase("faq.marks"): " ".join(claim_mark(key) for key in question.claims),
        phrase("faq.research"): source_names(question.refs) or m.text(phrase("faq.no_sources")),
    }
    body = "".join(f"<dt>{m.text(name)}</dt><dd>{words}</dd>" for name, words in rows.items())
    key = f"q-{question.id}"
    line = [f"{symbol} {word}", *([phrase("faq.article")] if question.article else [])]
    lead = re.split(r"(?<=[.!]) ", question.short)[0].rstrip(".")
    if lead.lower() != word:
        line.insert(0, lead)
    often = ' data-often=""' if question.often else ""
    return (
        f'<details id="{m.PREFIX}{key}" data-asked="{key}"{often}><summary>'
        f"<strong>{m.text(question.question)}</strong> "
        f'<span class="cc-known">{m.text(" · ".join(line))}</span></summary>'
        f"{m.way_back()}<dl>{body}</dl></details>"
    )


def _key() -> str:
    rows = ""
    for known in Known:
        symbol, word, meaning = known_words(known)
        rows += f"<dt>{m.text(symbol)} {m.text(word)}</dt><dd>{m.text(meaning)}</dd>"
    return f"<details><summary>{m.text(phrase('faq.key'))}</summary><dl>{rows}</dl></details>"
