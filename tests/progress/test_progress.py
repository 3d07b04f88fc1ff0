"""Progress in a notebook: off until wanted, written whole or not at all, never in the way."""

import errno
import json
import os
from pathlib import Path

import pytest
import traitlets

from course_lib import ProgressPanel, Quiz
from course_lib.frame.phrases import phrase
from course_lib.progress import progress_file
from course_lib.site.activities import Activities

SAMPLES = Path(__file__).parent / "data"
REASONS = {
    "corrupt": "corrupt",
    "empty": "corrupt",
    "extra": "foreign",
    "foreign": "foreign",
    "newer": "newer",
    "number": "foreign",
}


def sample(name):
    return (SAMPLES / f"{name}.json").read_bytes()


@pytest.fixture(autouse=True)
def file(tmp_path, monkeypatch):
    path = tmp_path / "folder" / "progress.json"
    monkeypatch.setenv("COURSE_PROGRESS_FILE", str(path))
    return path


def put(file, content):
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(content)


def panel(lesson="01"):
    shown = ProgressPanel(lesson)
    shown.seen = True
    return shown


def names(file):
    return sorted(each.name for each in file.parent.iterdir())


def test_every_sample_has_its_rule():
    assert {path.stem for path in SAMPLES.iterdir()} == {*REASONS, "good"}


def test_good_content_is_put_in_order():
    found = progress_file.decode(sample("good"))
    assert (found.finished, found.checks) == (["01", "05"], ["01"])


@pytest.mark.parametrize(("name", "reason"), REASONS.items())
def test_other_content_is_refused_with_its_reason(name, reason):
    with pytest.raises(progress_file.UnreadableError) as caught:
        progress_file.decode(sample(name))
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    "content", [b"\xff\xfe", b"[" * 100_000, b"null", b"[]", b'{"kind": ["course-progress"]}']
)
def test_any_bytes_are_refused_without_a_crash(content):
    with pytest.raises(progress_file.UnreadableError):
        progress_file.decode(content)


def test_default_place_is_neutral(monkeypatch):
    monkeypatch.delenv("COURSE_PROGRESS_FILE")
    place = progress_file.place()
    assert (place.parent.name, place.name) == ("course-notes", "progress.json")


def test_nothing_is_written_while_off(file):
    shown = panel()
    shown.finished = ["01"]
    shown.checks = ["01"]
    shown.incoming = sample("good").decode()
    assert not file.parent.exists()
    assert shown.message.endswith(
        phrase("progress.visit", what="lessons finished: 01, 05; checks done: 01")
    )


def test_turned_on_it_is_there_the_next_time(file):
    shown = panel()
    shown.finished = ["01"]
    shown.remember = True
    shown.checks = ["01"]
    assert file.read_bytes() == (
        b'{"kind":"course-progress","version":2,"finished":["01"],"checks":["01"],"beliefs":{}}\n'
    )
    again = panel("05")
    assert (again.remember, again.finished, again.checks) == (True, ["01"], ["01"])
    assert again.message == shown.message
    assert names(file) == ["progress.json"]


def test_two_lessons_open_at_once_do_not_lose_each_others_marks():
    one, five = panel("01"), panel("05")
    one.remember = True
    five.finished = ["05"]
    five.remember = True
    one.finished = ["01"]
    assert one.finished == ["01", "05"]
    five.finished = []
    assert (five.finished, panel().finished) == (["01"], ["01"])


def test_turned_off_elsewhere_it_is_not_written_again(file):
    one, five = panel("01"), panel("05")
    one.remember = True
    five.remember = True
    five.remember = False
    one.finished = ["01"]
    assert not file.exists()
    assert not one.remember
    assert phrase("progress.gone") in one.message


def test_a_panel_reads_nothing_before_it_is_seen_and_a_page_holds_nothing_of_it(file):
    put(file, sample("corrupt"))
    shown = ProgressPanel("01")
    form = Activities("x").form(shown)
    assert names(file) == ["progress.json"]
    put(file, sample("good"))
    shown.seen = True
    assert shown.finished == ["01", "05"]
    page = Activities("x").form(shown)
    assert page == form
    assert "finished" not in page.split('type="application/json"')[1].split('"words"')[0]
    assert "05" not in shown.describe()


@pytest.mark.parametrize(("name", "reason"), REASONS.items())
def test_unusable_content_is_kept_aside_and_told(file, name, reason):
    put(file, sample(name))
    put(file.with_name("progress.kept-1.json"), b"older")
    shown = panel()
    assert names(file) == ["progress.kept-1.json", "progress.kept-2.json"]
    assert file.with_name("progress.kept-1.json").read_bytes() == b"older"
    assert file.with_name("progress.kept-2.json").read_bytes() == sample(name)
    told = phrase(f"progress.kept_{reason}", name="progress.kept-2.json")
    assert shown.message == f"{told} {phrase('progress.off')}"
    shown.remember = True
    assert progress_file.load(file) == progress_file.made([], [])


def test_content_that_turns_unusable_meanwhile_is_kept_aside_too(file):
    shown = panel()
    shown.remember = True
    put(file, sample("newer"))
    shown.finished = ["01"]
    assert file.with_name("progress.kept-1.json").read_bytes() == sample("newer")
    assert progress_file.load(file).finished == ["01"]
    assert "newer version" in shown.message


def test_a_folder_that_cannot_be_made_leaves_the_course_unsaved(file):
    file.parent.write_text("a file, where the folder should be")
    shown = panel()
    shown.finished = ["01"]
    shown.remember = True
    assert not shown.remember
    assert shown.finished == ["01"]
    assert shown.message.startswith(phrase("progress.unsaved"))
    assert "For this visit only" in shown.message


def test_a_file_that_cannot_be_read_leaves_the_course_unsaved(file):
    file.mkdir(parents=True)
    shown = panel()
    assert shown.message.startswith(phrase("progress.unreadable"))


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_full_disk_leaves_the_old_file_whole(file, monkeypatch, call):
    shown = panel()
    shown.remember = True
    before = file.read_bytes()

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, call, full)
        shown.finished = ["01"]
    assert file.read_bytes() == before
    assert names(file) == ["progress.json"]
    assert shown.message.startswith(phrase("progress.full"))
    assert (shown.remember, shown.finished) == (True, ["01"])
    shown.checks = ["01"]
    assert progress_file.load(file) == progress_file.made(["01"], ["01"])


def test_a_write_that_is_cut_short_never_stands_in_the_files_place(file, monkeypatch):
    shown = panel()
    shown.remember = True
    before = file.read_bytes()
    seen = []
    real = os.replace

    def replace(source, target):
        seen.append((Path(source).parent, Path(source).read_bytes(), file.read_bytes()))
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    shown.finished = ["01"]
    assert seen == [(file.parent, file.read_bytes(), before)]


@pytest.mark.parametrize("way", ["press", "box", "call"])
def test_erase_removes_the_file_and_what_was_kept_and_nothing_else(file, way):
    put(file, sample("corrupt"))
    other = file.with_name("other.json")
    put(other, b"{}")
    shown = panel()
    shown.finished = ["01"]
    shown.remember = True
    if way == "press":
        shown.erasures += 1
    elif way == "box":
        shown.remember = False
    else:
        shown.erase()
    assert names(file) == ["other.json"]
    assert (shown.remember, shown.finished, shown.checks) == (False, [], [])
    what = phrase("progress.erased", what="lessons finished: 01; no check done")
    assert shown.message == f"{what} {phrase('progress.off')}"
    shown.erasures += 1
    assert shown.message.startswith(phrase("progress.erased_nothing"))


def test_erase_that_fails_names_the_file(file, monkeypatch):
    shown = panel()
    shown.remember = True

    def refuse(*_, **__):
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", refuse)
    shown.remember = False
    assert shown.remember
    assert str(file) in shown.message


def test_our_own_folder_goes_when_it_is_empty(tmp_path, monkeypatch):
    file = tmp_path / "course-notes" / "progress.json"
    monkeypatch.setenv("COURSE_PROGRESS_FILE", str(file))
    shown = panel()
    shown.remember = True
    assert file.exists()
    shown.remember = False
    assert not file.parent.exists()


def test_import_adds_to_what_is_there(file):
    shown = panel()
    shown.finished = ["02"]
    shown.remember = True
    shown.incoming = sample("good").decode()
    assert shown.incoming == ""
    assert progress_file.load(file) == progress_file.made(["01", "02", "05"], ["01"])
    assert shown.message.startswith(phrase("progress.imported"))


@pytest.mark.parametrize(("name", "reason"), REASONS.items())
def test_import_of_anything_else_changes_nothing(file, name, reason):
    shown = panel()
    shown.finished = ["02"]
    shown.remember = True
    before = file.read_bytes()
    shown.incoming = sample(name).decode() or " "
    assert file.read_bytes() == before
    assert shown.message.startswith(phrase(f"progress.import_{reason}"))


def test_marks_are_lesson_numbers():
    with pytest.raises(traitlets.TraitError, match="no lesson number"):
        panel().finished = ["hello"]


def test_a_quiz_knows_its_lesson():
    assert Quiz("05").lesson == "05"


GIVEN = {"first": {"B01": ["unknown", "very"], "B02": ["true", ""]}}


def test_the_self_checks_answers_are_kept_only_when_remembering(file):
    shown = panel("00")
    shown.beliefs = GIVEN
    assert not file.exists()
    assert phrase("progress.beliefs_some") in shown.message
    shown.remember = True
    assert progress_file.load(file).beliefs == GIVEN
    assert panel("12").beliefs == GIVEN
    shown.beliefs = {}
    assert progress_file.load(file).beliefs == {}
    shown.beliefs = GIVEN
    shown.erase()
    assert not file.exists()
    assert shown.beliefs == {}


def test_answers_of_another_lesson_are_not_overwritten(file):
    first, second = panel("00"), panel("12")
    first.remember = True
    first.beliefs = GIVEN
    second.seen = False
    second.seen = True
    second.finished = ["12"]
    assert progress_file.load(file).beliefs == GIVEN


def test_import_adds_answers_and_keeps_those_given_here():
    shown = panel("00")
    shown.beliefs = {"first": {"B01": ["false", ""]}}
    shown.incoming = progress_text(GIVEN)
    assert shown.beliefs == {"first": {"B01": ["false", ""], "B02": ["true", ""]}}


def progress_text(beliefs):
    head = {"kind": "course-progress", "version": 2, "finished": [], "checks": []}
    return json.dumps({**head, "beliefs": beliefs})


@pytest.mark.parametrize(
    "beliefs",
    [{"third": {}}, {"first": {"B1": ["true", ""]}}, {"first": {"B01": ["yes", ""]}}, []],
)
def test_answers_that_are_none_are_refused(beliefs):
    with pytest.raises(progress_file.UnreadableError):
        progress_file.decode(progress_text(beliefs))
    with pytest.raises(traitlets.TraitError):
        panel("00").beliefs = beliefs
