"""For all tests, notebooks included: their order, and what several workers share."""

import pytest


def pytest_collection_modifyitems(items):
    # The slowest first, so that no worker is left with a long file at the end.
    items.sort(
        key=lambda item: not (item.get_closest_marker("browser") or item.path.suffix == ".ipynb")
    )


@pytest.hookimpl(optionalhook=True)  # pytest runs without workers, too
def pytest_xdist_make_scheduler(config, log):
    from tools.workers import Together  # noqa: PLC0415 - only where there are workers

    return Together(config, log)
