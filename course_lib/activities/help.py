"""Where help is, and what this course cannot do: one line that opens."""

from __future__ import annotations

from course_lib import content
from course_lib.activities import markup as m
from course_lib.activities.base import Activity
from course_lib.activities.evidence import reference_list
from course_lib.words.phrases import phrase


class HelpPanel(Activity):
    """Where help is: a maintained directory, never a number, with its review date."""

    view = "help.js"

    def __init__(self) -> None:
        data = content.help_data()
        directories = "".join(
            f'<li><a href="{m.text(entry.address)}" rel="noreferrer">{m.text(entry.name)}</a>: '
            f"{m.text(entry.what)}</li>"
            for entry in data.directories
        )
        unchecked = "" if data.link_checked else f" {phrase('help.not_checked')}"
        reviewed = phrase("help.reviewed", date=data.reviewed, owner=data.owner)
        super().__init__(
            markup='<section class="cc cc-help" data-activity="HelpPanel">'
            f"<details><summary>{m.text(phrase('help.title'))}</summary>"
            f"<p>{m.text(data.limits)} {m.text(data.reviewed_by_clinician)}</p>"
            f"<p><strong>{m.text(phrase('help.urgent'))}</strong></p>{_list(data.urgent)}"
            f"<p><strong>{m.text(phrase('help.soon'))}</strong></p>{_list(data.soon)}"
            f"<p><strong>{m.text(phrase('help.directory'))}</strong></p><ul>{directories}</ul>"
            f"<p>{m.text(data.busy_lines)} {m.text(data.unsafe_places)}</p>"
            f"<p>{m.text(reviewed)}{m.text(unchecked)}</p>"
            f"<details><summary>{m.text(phrase('cards.sources'))}</summary>"
            f"{reference_list(data.refs)}</details></details>"
            '<div class="cc-buttons" data-live="" hidden="hidden"><button type="button" '
            f'data-do="leave">{m.text(phrase("help.leave"))}</button></div></section>'
        )


def _list(sentences: list[str]) -> str:
    return "<ul>" + "".join(f"<li>{m.text(sentence)}</li>" for sentence in sentences) + "</ul>"
