"""Scenes and print figures. The only place that imports matplotlib.

Importing this package does not import matplotlib: scenes are built ahead and
stored in ``built/`` (see :mod:`course_lib.figures.store`).
"""
