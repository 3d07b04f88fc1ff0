"""The phrase builder: words for those who want words. It never asks for anyone's story."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import traitlets as t

from course_lib.care import phrase_builder_data
from course_lib.frame import markup as m
from course_lib.frame.load import UnknownNameError
from course_lib.frame.phrases import phrase
from course_lib.frame.player import Player
from course_lib.frame.tables import State, Table, table

if TYPE_CHECKING:
    from course_lib.care.phrase_builder_data import PhrasePart, PhraseRole

_PARTS = ("first", "second", "third")


class PhraseBuilder(Player):
    """Put three pieces together and read what each of them does.

    Parameters
    ----------
    role : str
        Who speaks, such as ``"cried"`` (see ``data/phrase_builder.toml``).

    Attributes
    ----------
    first, second, third : str
        The pieces that are chosen.

    Raises
    ------
    UnknownNameError
        If there is no such role or piece.
    """

    state_names = _PARTS
    example = ("cried",)

    first = t.Unicode().tag(sync=True)
    second = t.Unicode().tag(sync=True)
    third = t.Unicode().tag(sync=True)

    def __init__(self, role: str, **traits: Any) -> None:
        roles = {each.id: each for each in phrase_builder_data.phrase_builder().roles}
        if role not in roles:
            raise UnknownNameError("role", role, roles)
        parts = dict(zip(_PARTS, roles[role].parts, strict=True))
        self._pieces = {
            name: [choice.id for choice in part.choices] for name, part in parts.items()
        }
        chosen = {name: pieces[0] for name, pieces in self._pieces.items()}
        super().__init__(
            markup=_markup(roles[role], parts), tables=_tables(parts), **{**chosen, **traits}
        )

    @t.validate(*_PARTS)
    def _known_piece(self, proposal: dict[str, Any]) -> str:
        name, value = proposal["trait"].name, proposal["value"]
        if value not in self._pieces[name]:
            raise UnknownNameError(name, value, self._pieces[name])
        return str(value)


def _markup(role: PhraseRole, parts: dict[str, PhrasePart]) -> str:
    data = phrase_builder_data.phrase_builder()
    controls = "".join(
        m.radios(name, part.label, {each.id: each.text for each in part.choices})
        for name, part in parts.items()
    )
    pieces = "".join(
        f"<dt>{m.text(part.label)}</dt>"
        + "".join(f"<dd>“{m.text(each.text)}” {m.text(each.does)}</dd>" for each in part.choices)
        for part in parts.values()
    )
    does = "".join(f'<li data-part="does-{name}"></li>' for name in parts)
    return (
        '<section class="cc cc-card cc-phrases" role="group" '
        f'aria-labelledby="{m.PREFIX}title" data-activity="PhraseBuilder">'
        f'<p class="cc-title" id="{m.PREFIX}title">{m.text(role.label)}</p>'
        f'<div class="cc-controls" data-live="" hidden="hidden">{controls}</div>'
        f'<div aria-live="polite"><p class="cc-subtitle">{m.text(phrase("phrases.sentence"))}</p>'
        '<p class="cc-quote" data-part="sentence"></p>'
        f'<p class="cc-subtitle">{m.text(phrase("phrases.does"))}</p><ul>{does}</ul></div>'
        f'<dl class="cc-pieces">{pieces}</dl>'
        f"<p>{m.text(data.silence)}</p><p>{m.with_help(data.unsafe)}</p></section>"
    )


def _tables(parts: dict[str, PhrasePart]) -> list[Table]:
    texts = {(name, each.id): each.text for name, part in parts.items() for each in part.choices}
    does = {(name, each.id): each.does for name, part in parts.items() for each in part.choices}
    states = {name: [each.id for each in part.choices] for name, part in parts.items()}

    def sentence(s: State) -> str:
        return f"“{' '.join(texts[name, s[name]] for name in parts)}”"

    def what_it_does(name: str) -> Table:
        return table(f"does-{name}", "text", {name: states[name]}, lambda s: does[name, s[name]])

    return [table("sentence", "text", states, sentence), *map(what_it_does, parts)]
