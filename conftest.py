"""For all tests, notebooks included: their order, and what several workers share."""

import os

import pytest

# Whoever runs the tests may have a layer of their own: what is tested is the course as it comes.
os.environ["COURSE_MY_COURSE"] = ""


def pytest_collection_modifyitems(config, items):
    from tools.sample import left_out  # noqa: PLC0415 - not for a copy of this file alone

    if out := left_out(items):
        config.hook.pytest_deselected(items=sorted(out, key=lambda item: item.nodeid))
        items[:] = [item for item in items if item not in out]
    # The slowest first, so that no worker is left with a long file at the end.
    items.sort(
        key=lambda item: not (item.get_closest_marker("browser") or item.path.suffix == ".ipynb")
    )


@pytest.hookimpl(optionalhook=True)  # pytest runs without workers, too
def pytest_xdist_make_scheduler(config, log):
    from tools.workers import Together  # noqa: PLC0415 - only where there are workers

    return Together(config, log) if config.getoption("dist") == "loadfile" else None
