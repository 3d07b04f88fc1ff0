"""Say published figures: what was asked, of whom, and why two of them stay apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course_lib.frame.phrases import phrase
from course_lib.surveys import published_data
from course_lib.surveys.comparing_model import differences, may_join

if TYPE_CHECKING:
    from collections.abc import Sequence

    from course_lib.surveys.published_data import Group, Published


def percent(number: float) -> str:
    """Return a percentage as it is printed: one decimal at most."""
    return f"{number:.1f}".removesuffix(".0")


def span_words(figure: Published) -> str:
    """Return the published figure itself, such as "32.9" or "3 to 4"."""
    if figure.span is None:
        return ""
    low, high = figure.span
    if low != high:
        return phrase("prevalence.span_range", low=percent(low), high=percent(high))
    return figure.row.percent


def value(figure: Published) -> str:
    """Return the figure with its interval, or that there is none."""
    if figure.span is None:
        return phrase("prevalence.value_none")
    if figure.interval is None:
        return phrase("prevalence.value_no_interval", percent=span_words(figure))
    low, high = (f"{end:.1f}" for end in figure.interval)
    return phrase("prevalence.value", percent=span_words(figure), low=low, high=high)


def option(figure: Published, group: Group) -> str:
    """Return how a figure is called in a list of all of them."""
    percentage = phrase("prevalence.value_none")
    if figure.span is not None:
        percentage = phrase("prevalence.option_percent", percent=span_words(figure))
    label = figure.reading.label
    # A label such as "51 men: casual sex" says itself what was asked.
    kind = "option" if ":" in label else "option_in_group"
    return phrase(f"prevalence.{kind}", group=group.label, label=label, percent=percentage)


def group_title(group: Group) -> str:
    """Return the message of one group: what was asked, and how far its figures reach."""
    spans = [each.span for each in published_data.in_group(group.id) if each.span]
    if not spans:
        return phrase("prevalence.title_none", title=group.title)
    low = percent(min(span[0] for span in spans))
    high = percent(max(span[1] for span in spans))
    kind = "span" if low != high else "span_single"
    span = phrase(f"prevalence.{kind}", low=low, high=high)
    return phrase("prevalence.title", title=group.title, span=span)


def about(figure: Published) -> list[str]:
    """Return all that is said of one figure, a sentence or two each."""
    words, reading = published_data.words(), figure.reading
    said = [
        phrase(
            "prevalence.asked",
            thing=words.things[reading.thing],
            period=words.periods[reading.period],
        )
    ]
    if reading.situation != "any":
        said.append(phrase("prevalence.situation", situation=words.situations[reading.situation]))
    said.append(phrase("prevalence.who", who=figure.people.who, how=figure.people.how))
    return [*said, interval_words(figure), reading.caution]


def interval_words(figure: Published) -> str:
    """Return the interval in words, or why there is none."""
    if figure.interval is None:
        return phrase("prevalence.no_interval", reason=figure.reading.no_interval)
    low, high = (f"{end:.1f}" for end in figure.interval)
    own = "interval_published" if figure.reading.published_interval else "interval"
    return phrase(f"prevalence.{own}", low=low, high=high)


def verdict(one: Published, other: Published) -> tuple[bool, list[str]]:
    """Return whether two figures are joined, and what is said about it.

    The first sentence is the verdict; the others are its reasons.
    """
    if one.id == other.id:
        return False, [phrase("prevalence.because_same")]
    if not may_join(one.asked, other.asked):
        return False, [phrase("prevalence.refused"), *_reasons(one, other)]
    said = phrase(
        "prevalence.joined",
        first=one.reading.label,
        first_value=value(one),
        second=other.reading.label,
        second_value=value(other),
    )
    return True, [said, _joined_reason(one, other), phrase(f"prevalence.{_gap(one, other)}")]


def _joined_reason(one: Published, other: Published) -> str:
    """Return what differs between two figures that may stand side by side, if anything."""
    for kind in differences(one.asked, other.asked):
        first, second = _behind(one, other, kind)
        return phrase(f"prevalence.joined_{kind}", first=first, second=second)
    return phrase("prevalence.joined_alike")


def _reasons(one: Published, other: Published) -> list[str]:
    if not (one.asked.known and other.asked.known):
        return [phrase("prevalence.because_none")]
    reasons = []
    for kind in differences(one.asked, other.asked):
        first, second = _behind(one, other, kind)
        reasons.append(phrase(f"prevalence.because_{kind}", first=first, second=second))
    return [*reasons, phrase("prevalence.refused_close")]


def _behind(one: Published, other: Published, kind: str) -> Sequence[str]:
    """Return the words for one kind of difference, for both figures."""
    if kind == "people":
        return [each.people.who for each in (one, other)]
    names = {
        "thing": published_data.words().things,
        "period": published_data.words().periods,
        "situation": published_data.words().situations,
    }[kind]
    return [names[getattr(each.asked, kind)] for each in (one, other)]


def _gap(one: Published, other: Published) -> str:
    if one.interval is None or other.interval is None:
        return "open"
    (low, high), (other_low, other_high) = one.interval, other.interval
    return "overlap" if low <= other_high and other_low <= high else "apart"
