"""JupyterLab's settings for the course: saved lessons stay clean and whole.

With ``COURSE_AUTHOR`` set, which ``start.py --author`` does, lessons can be changed.
"""

import os

from course_lib.lab.lessons import is_lesson, shipped
from course_lib.lab.normalise import before_saving

c = get_config()  # type: ignore[name-defined]  # noqa: F821  given by Jupyter
c.FileContentsManager.pre_save_hook = before_saving
author = "COURSE_AUTHOR" in os.environ
# The extension in start-lesson/ reads this from the page.
c.ServerApp.tornado_settings = {
    "page_config_data": {
        "courseLessons": [name for name in shipped() if is_lesson(name)] * (not author),
        "courseFresh": list(shipped()),
    },
}
