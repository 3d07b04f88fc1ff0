"""Property tests: no deadline on a busy machine; in CI the same examples every time."""

import os

from hypothesis import settings

settings.register_profile("course", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("course")
