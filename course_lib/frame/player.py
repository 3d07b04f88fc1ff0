"""Figures that are played in the browser: markup, tables of what moves, and state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import traitlets as t

from course_lib.frame.activity import Activity
from course_lib.frame.load import UnknownNameError
from course_lib.frame.tables import State, Table, as_json, fill

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Player(Activity):
    """A figure whose moving parts are tables; subclasses add traits for its state.

    Each name in `state_names` is a trait that can be set, observed and linked.
    """

    view = "player.js"
    #: The name of its picture; a figure that has one, and a stage, is known there by it.
    scene: ClassVar[str] = ""
    state_names: ClassVar[tuple[str, ...]] = ()

    tables: t.List[dict[str, Any]] = t.List(help="What moves, by state").tag(sync=True)

    def __init__(self, *, markup: str, tables: Sequence[Table], **traits: Any) -> None:
        self._tables = tuple(tables)
        super().__init__(markup=markup, tables=as_json(tables), **traits)

    @property
    def state(self) -> State:
        """The state now, by name."""
        return {name: getattr(self, name) for name in self.state_names}

    @property
    def moving(self) -> tuple[Table, ...]:
        """The tables of what moves."""
        return self._tables

    def _shown(self) -> list[str] | None:
        return None

    def _static_markup(self, *, slim: bool = False) -> str:
        return fill(self.markup, self._tables, self.state, self._shown(), slim=slim)


class StopTrait(t.Unicode[str, Any]):
    """A trait whose value is one of a few names; an error lists the near matches.

    Parameters
    ----------
    names : sequence of str or callable
        The names; a callable is asked when a value is set, so that no data is read before.
    """

    def __init__(
        self, names: Sequence[str] | Callable[[], Sequence[str]], default: str = ""
    ) -> None:
        self._names = names
        super().__init__(default)

    @property
    def names(self) -> list[str]:
        """The names that it can take, in order."""
        return list(self._names() if callable(self._names) else self._names)

    def validate(self, obj: Any, value: Any) -> str:  # noqa: ARG002  traitlets
        """Return the value, or raise `UnknownNameError`."""
        if value not in self.names:
            raise UnknownNameError(str(self.name), value, self.names)
        return str(value)
