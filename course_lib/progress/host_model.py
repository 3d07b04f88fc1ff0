"""Whose computer a lesson runs on, as far as its environment tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

Host = Literal["here", "hub", "binder"]


def host(environment: Iterable[str]) -> Host:
    """Return whose computer it is: the learner's own, a JupyterHub's, or Binder's.

    Parameters
    ----------
    environment : iterable of str
        The names of the environment's variables. A hub names itself to each server that it
        starts; Binder is a hub that names itself, too.
    """
    names = list(environment)
    if any(name.startswith("BINDER_") for name in names):
        return "binder"
    if any(name in {"JUPYTERHUB_SERVICE_PREFIX", "JUPYTERHUB_USER"} for name in names):
        return "hub"
    return "here"
