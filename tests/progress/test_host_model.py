"""Whose computer it is, and what is said of it."""

import pytest

from course_lib import ProgressPanel
from course_lib.frame.phrases import phrase
from course_lib.progress.host_model import host

HUB = ["PATH", "JUPYTERHUB_API_TOKEN", "JUPYTERHUB_USER", "JUPYTERHUB_SERVICE_PREFIX"]
SERVERS = {"hub": HUB, "binder": [*HUB, "BINDER_SERVICE_HOST", "BINDER_REQUEST"]}


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ([], "here"),
        (["PATH", "HOME", "JUPYTER_RUNTIME_DIR", "JPY_PARENT_PID"], "here"),
        (["JUPYTERHUB_USER"], "hub"),
        (["JUPYTERHUB_SERVICE_PREFIX"], "hub"),
        (["BINDER_SERVICE_HOST"], "binder"),
        (["BINDER_LAUNCH_HOST", "JUPYTERHUB_USER"], "binder"),
        (HUB, "hub"),
        (SERVERS["binder"], "binder"),
        (["MY_BINDER_", "NOT_JUPYTERHUB_USER"], "here"),
    ],
)
def test_whose_computer_it_is(environment, expected):
    assert host(environment) == expected


@pytest.mark.parametrize("place", ["hub", "binder"])
def test_a_live_panel_says_so_and_what_is_stored_is_right_everywhere(monkeypatch, place):
    for name in {name for names in SERVERS.values() for name in names} - {"PATH"}:
        monkeypatch.delenv(name, raising=False)
    at_home = ProgressPanel("00")
    for name in SERVERS[place]:
        monkeypatch.setenv(name, "x")
    panel = ProgressPanel("00")
    assert (at_home.place, panel.place) == ("here", place)
    assert panel.markup == at_home.markup
    assert phrase("progress.kept") in panel.describe().replace("\n", " ")


@pytest.mark.parametrize("place", ["here", "hub", "binder"])
def test_each_place_has_words_of_its_own(place):
    said = ProgressPanel("00").words[f"kept_{place}"]
    assert ("on this device" in said) == (place == "here")
    assert ("server" in said) == (place != "here")


def test_only_where_it_is_kept_depends_on_the_place():
    """No other sentence of the panel may name a device, or it is wrong on a server."""
    said = ProgressPanel("00").words
    elsewhere = {name: text for name, text in said.items() if name not in ("kept", "kept_here")}
    naming = {name for name, text in elsewhere.items() if "device" in text}
    assert naming <= {"kept_hub", "kept_binder"}
    for check in ("beliefs.private", "beliefs_again.private"):
        assert "device" not in phrase(check)
