"""What the course adds to a Jupyter server: saved lessons stay clean and whole.

Any Jupyter server that finds ``jupyter_server_config.d/course-lessons.json`` loads this:
``pip install`` puts that file where servers look, ``start.py`` names the folder it stands in.
With ``COURSE_AUTHOR`` set, which ``start.py --author`` does, lessons can be changed.
"""

from __future__ import annotations

import os
from typing import Any

from course_lib.lab import lessons
from course_lib.lab.normalise import before_saving


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": __name__}]


def _load_jupyter_server_extension(serverapp: Any) -> None:
    """Add the course's hook to what others do before saving, and tell the page about lessons."""
    serverapp.contents_manager.register_pre_save_hook(before_saving)
    told = serverapp.web_app.settings.setdefault("page_config_data", {})
    told.update(page_config())


def page_config() -> dict[str, Any]:
    """Return what the course's extension of JupyterLab reads from the page.

    Returns
    -------
    dict
        ``courseLessons``: the names of protected lessons; none for an author. ``courseFresh``:
        the names of notebooks of which there is a fresh copy.
    """
    author = "COURSE_AUTHOR" in os.environ
    return {
        "courseLessons": [name for name in lessons.shipped() if lessons.is_lesson(name)]
        * (not author),
        "courseFresh": list(lessons.shipped()),
    }
