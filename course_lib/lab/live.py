"""Controls above a picture, for notebooks with visible code (``sandbox.ipynb``)."""

from __future__ import annotations

import base64
import io
from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

#: Pixels an inch, as the picture is laid out; its file has twice as many, for sharp screens.
_LAID_OUT = 80

if TYPE_CHECKING:
    from collections.abc import Callable

    from matplotlib.figure import Figure


class Live(widgets.VBox):
    """Call ``draw`` again whenever a control moves; show its picture and its words.

    A drawing that fails leaves the last picture where it is and says what went wrong.

    Parameters
    ----------
    draw : callable
        Takes the controls' values by name; returns a matplotlib figure and what it shows,
        in words.
    **controls : ipywidgets.Widget
        The controls, each with a ``description``.
    """

    def __init__(self, draw: Callable[..., tuple[Figure, str]], **controls: Any) -> None:
        self._draw = draw
        self._controls = controls
        self._picture = widgets.Image(format="png")
        self._said = widgets.HTML()
        self.words = ""
        for control in controls.values():
            control.style.description_width = "initial"
            control.observe(self._again, names="value")
        self._redraw()
        super().__init__([*controls.values(), self._picture, self._said])

    def _again(self, _change: object) -> None:
        try:
            self._redraw()
        except Exception as error:  # a learner's own code may raise anything
            self._said.value = (
                f"<p>The drawing stopped: {escape(str(error))} "
                f"({type(error).__name__}). The last picture stays.</p>"
            )

    def _redraw(self) -> None:
        figure, self.words = self._draw(
            **{name: control.value for name, control in self._controls.items()}
        )
        stored = io.BytesIO()
        figure.savefig(stored, format="png", dpi=2 * _LAID_OUT, metadata={"Software": None})
        self._width = round(figure.get_figwidth() * _LAID_OUT)
        self._picture.layout.width = f"min(100%, {self._width}px)"
        self._picture.value = stored.getvalue()
        self._said.value = f'<p aria-live="polite">{escape(self.words)}</p>'

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        bundle = super()._repr_mimebundle_(**kwargs)
        data = bundle[0] if isinstance(bundle, tuple) else bundle or {}
        picture = base64.b64encode(self._picture.value).decode()
        laid_out = {"image/png": {"width": self._width}}
        return {**data, "text/plain": self.words, "image/png": picture}, laid_out
