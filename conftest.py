"""For all tests, notebooks included: what must stay together when several workers share them."""

import pytest


@pytest.hookimpl(tryfirst=True)  # before pytest-xdist reads the marks
def pytest_collection_modifyitems(items):
    for item in items:
        item.add_marker(pytest.mark.xdist_group(group_of(item)))
    # The slowest first, so that no worker is left with a long file at the end.
    items.sort(key=lambda item: not (item.get_closest_marker("browser") or is_notebook(item)))


def is_notebook(item):
    return item.path.suffix == ".ipynb"


def group_of(item):
    """Return a name that only tests of the same file have, and where it can be, of one lesson.

    The cells of a notebook are one run of it; a parameter of a whole module (a lesson that is
    opened once for many tests) keeps its tests together, and others may go elsewhere.
    """
    name = item.path.stem
    call = getattr(item, "callspec", None)
    if call and "lesson" in call.params:
        return f"{name}-{getattr(call.params['lesson'], 'stem', call.params['lesson'])}"
    return name
