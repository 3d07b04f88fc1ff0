"""Questions people ask, with short and long answers; and short answers to weigh up."""

from __future__ import annotations

from enum import Enum
from typing import Annotated, Literal

from msgspec import Meta

from course_lib.evidence.claims_data import Grade
from course_lib.frame.fields import ClaimId, ReferenceKey, Sentence, Strict
from course_lib.frame.load import ContentError, load_by_id, load_table, loader

#: The end of an answer's address: ``men`` stands at ``#q-men``.
QuestionId = Annotated[str, Meta(pattern=r"^[a-z]+(-[a-z]+)*\Z")]


class Known(Enum):
    """How much is known about an answer: a grade, or one of two words beside the grades."""

    WELL_SUPPORTED = "well_supported"
    MIXED_OR_INDIRECT = "mixed_or_indirect"
    CONTESTED = "contested"
    SPECULATIVE = "speculative"
    NO_GOOD_EVIDENCE = "no_good_evidence"
    NOBODY_KNOWS = "nobody_knows"
    GOOD_PRACTICE = "good_practice"

    @property
    def grade(self) -> Grade | None:
        """The course's grade of that name, if it is one."""
        return next((grade for grade in Grade if grade.value == self.value), None)


class Question(Strict, frozen=True, kw_only=True):
    """``faq.toml``: a question people ask, and what can be answered.

    ``article`` marks the questions of the source article, ``often`` those that are shown before
    anything was searched for; ``words`` are other words that people search with.
    """

    id: QuestionId
    article: bool = False
    often: bool = False
    question: Sentence
    short: Sentence
    long: Sentence
    known: Known
    claims: Annotated[list[ClaimId], Meta(min_length=1)]
    refs: list[ReferenceKey]
    words: list[Sentence]


class ShortAnswer(Strict, frozen=True):
    """A short answer, and whether it says too much, too little, or what is known."""

    text: Sentence
    says: Literal["fits", "too_much", "too_little"]
    why: Sentence


class ShortAnswerItem(Strict, frozen=True):
    """``short_answers.toml``: an invented person's question with three short answers.

    ``answered_at`` is the question of ``faq.toml`` that has the whole answer.
    """

    id: QuestionId
    question: Sentence
    answered_at: QuestionId
    answers: Annotated[list[ShortAnswer], Meta(min_length=3, max_length=3)]
    claims: Annotated[list[ClaimId], Meta(min_length=1)]


@loader("faq.toml")
def questions() -> dict[str, Question]:
    """Return the questions people ask, by id, in the order of the file.

    Raises
    ------
    ContentError
        If an entry is broken, or names a claim or a source that does not exist.
    """
    return load_by_id("faq.toml", "questions", Question)


@loader("short_answers.toml")
def short_answers() -> list[ShortAnswerItem]:
    """Return the questions with three short answers each.

    Raises
    ------
    ContentError
        If an entry is broken, has not one answer of each kind, or its whole answer is missing.
    """
    name = "short_answers.toml"
    entries = load_table(name, "items", ShortAnswerItem)
    for entry in entries:
        if entry.answered_at not in questions():
            raise ContentError(
                f"data/{name}, entry {entry.id}, field 'answered_at': faq.toml has no "
                f"question {entry.answered_at!r}. Correct its spelling."
            )
        if sorted(each.says for each in entry.answers) != ["fits", "too_little", "too_much"]:
            raise ContentError(
                f"data/{name}, entry {entry.id}, field 'answers': give one answer of each "
                "kind: fits, too_much and too_little."
            )
    return entries
