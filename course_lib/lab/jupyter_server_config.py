"""JupyterLab's settings for the course: saved notebooks stay clean."""

from course_lib.lab.normalise import before_saving

c = get_config()  # type: ignore[name-defined]  # noqa: F821  given by Jupyter
c.FileContentsManager.pre_save_hook = before_saving
