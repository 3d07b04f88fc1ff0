"""The one state machine of progress, run by Node over a shelf that can fail in every way."""

import json
import random
import subprocess
from pathlib import Path

import progress_oracle
import pytest

import course_lib
from course_lib.frame.phrases import phrase, phrases_below
from tools.web_checks import node

HERE = Path(__file__).parent
SAMPLES = HERE / "data"
STATE = Path(course_lib.__file__).parent / "progress" / "state.js"


def probe(**asked):
    words = phrases_below("progress")
    done = subprocess.run(
        [node(), HERE / "state_probe.mjs", STATE.as_uri()],
        input=json.dumps({"words": words, **asked}),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def steps(*all_steps, stored=None):
    return probe(steps=all_steps, stored=stored)["said"]


def text(*finished, checks=(), beliefs=None):
    lists = {"finished": list(finished), "checks": list(checks), "beliefs": beliefs or {}}
    return json.dumps({"kind": "course-progress", "version": 2, **lists}, separators=(",", ":"))


def finished(*lessons):
    done = phrase("progress.finished_some", lessons=", ".join(lessons))
    return f"{done}; {phrase('progress.checks_none')}"


def test_every_sample_and_wrong_text_is_judged_as_the_oracle_does():
    samples = [path.read_bytes().decode(errors="replace") for path in sorted(SAMPLES.iterdir())]
    samples += [
        "",
        "null",
        "[]",
        "[" * 5000,
        '{"kind": ["course-progress"]}',
        text("01") + " " * 100_001,
    ]
    samples += [text("05", "01", "05"), text(beliefs={"first": {"B01": ["unknown", "very"]}})]
    samples += [
        text(beliefs=beliefs)
        for beliefs in (
            {"third": {}},
            {"first": {"B1": ["true", ""]}},
            {"first": {"B01": ["yes", ""]}},
        )
    ]
    samples += [
        text("1"),
        text("٣٣"),
        text("01").replace("2", "true", 1),
        text("01").replace(":2", ":1"),
    ]
    answers = probe(samples=samples)
    for sample, answer in zip(samples, answers["reasons"], strict=True):
        assert answer.get("reason", "") == progress_oracle.reason(sample), sample[:80]
        if "found" in answer:
            assert answer["found"] == progress_oracle.found(sample)
    kinds = {answer.get("reason", "") for answer in answers["reasons"]}
    assert kinds == {"", "corrupt", "foreign", "newer"}


def test_any_three_states_are_merged_as_the_oracle_does():
    draw = random.Random(5)
    lessons = ["00", "01", "02", "03"]
    answers = [{}, {"first": {"B01": ["true", ""]}}, {"second": {"B02": ["false", "very"]}}]

    def one():
        lists = {
            name: sorted(draw.sample(lessons, draw.randrange(5))) for name in ("finished", "checks")
        }
        return {**lists, "beliefs": draw.choice(answers)}

    merges = [[one(), one(), one()] for _ in range(200)]
    found = probe(merges=merges)["merges"]
    assert found == [progress_oracle.merged(*each) for each in merges]


def test_nothing_is_stored_while_off_and_everything_once_it_is_on():
    said = steps(
        ["recall"], ["mark", "finished", "01", True], ["begin"], ["mark", "checks", "01", True]
    )
    assert [each["kept"] for each in said[:2]] == [None, None]
    assert said[0]["said"] == phrase("progress.off")
    assert said[1]["said"] == phrase("progress.visit", what=finished("01"))
    assert said[2]["said"] == phrase("progress.on", what=finished("01"))
    assert said[3]["kept"] == text("01", checks=["01"])


def test_a_box_pressed_faster_than_the_shelf_answers_is_not_set_back():
    pressed = [["mark", "finished", "01", done] for done in (True, False)]
    said = steps(["at once", ["recall"], *pressed])
    assert [each["settled"] for each in said] == [False, False, True]
    assert said[-1]["here"]["finished"] == []


@pytest.mark.parametrize("problem", ["full", "unsaved"])
def test_what_could_not_be_stored_is_never_called_remembered(problem):
    said = steps(
        ["begin"],
        ["mark", "finished", "00", True],
        ["fails", problem],
        ["mark", "finished", "01", True],
        ["fails", ""],
        ["mark", "finished", "02", True],
    )
    refused = said[2]
    assert refused["kept"] == text("00")
    assert refused["here"]["finished"] == ["00", "01"]
    assert refused["said"] == " ".join(
        [
            phrase(f"progress.{problem}"),
            phrase("progress.on", what=finished("00")),
            phrase("progress.unstored", what=finished("00", "01")),
        ]
    )
    assert said[3]["said"] == phrase("progress.on", what=finished("00", "01", "02"))
    assert said[3]["kept"] == text("00", "01", "02")


def test_where_nothing_can_be_stored_it_stays_off():
    said = steps(["mark", "finished", "01", True], ["fails", "full"], ["begin"])
    assert not said[-1]["on"]
    assert (
        said[-1]["said"]
        == f"{phrase('progress.full')} {phrase('progress.visit', what=finished('01'))}"
    )


@pytest.mark.parametrize(
    "action",
    [
        ["mark", "finished", "01", True],
        ["mark", "finished", "00", False],
        ["erase"],
        ["takeIn", text("07")],
    ],
    ids=lambda action: action[0],
)
def test_a_kernel_that_says_nothing_changes_nothing_and_is_told(action):
    before, after = steps(["recall"], ["fails", "silent"], action, stored=text("00"))
    assert after["here"] == before["here"]
    assert after["on"]
    assert after["kept"] == text("00")
    assert (
        after["said"] == f"{phrase('progress.silent')} {phrase('progress.on', what=finished('00'))}"
    )


def test_a_kernel_that_says_nothing_leaves_it_off():
    [_, after] = steps(["recall"], ["fails", "silent"], ["begin"])
    assert not after["on"]
    assert after["said"] == f"{phrase('progress.silent')} {phrase('progress.off')}"


def test_what_another_lesson_writes_at_the_same_moment_is_not_lost():
    said = steps(
        ["recall"],
        ["meanwhile", text("00", "05")],
        ["mark", "finished", "01", True],
        stored=text("00"),
    )
    assert said[-1]["kept"] == text("00", "01", "05")
    assert said[-1]["here"]["finished"] == ["00", "01", "05"]


def test_erased_in_another_tab_it_is_not_called_remembered_any_more():
    said = steps(["recall"], ["lookAgain"], ["kept", None], ["lookAgain"], stored=text("00"))
    assert said[1]["said"] is None
    assert (said[2]["on"], said[2]["here"]["finished"]) == (False, [])
    assert said[2]["said"] == f"{phrase('progress.gone')} {phrase('progress.off')}"


def test_changed_in_another_tab_it_is_shown_here():
    said = steps(["recall"], ["kept", text("00", "09")], ["lookAgain"], stored=text("00"))
    assert said[-1]["said"] == phrase("progress.on", what=finished("00", "09"))


def test_what_could_not_be_stored_is_not_called_remembered_when_another_tab_stores_something():
    said = steps(
        ["recall"],
        ["fails", "full"],
        ["mark", "finished", "01", True],
        ["kept", text("00", "05")],
        ["lookAgain"],
        ["fails", ""],
        ["mark", "finished", "02", True],
        stored=text("00"),
    )
    seen = phrase("progress.on", what=finished("00", "05"))
    here = phrase("progress.unstored", what=finished("00", "01", "05"))
    assert said[2]["said"] == f"{seen} {here}"
    assert said[3]["kept"] == text("00", "01", "02", "05")


def test_erased_elsewhere_it_is_not_written_again():
    said = steps(["recall"], ["kept", None], ["mark", "finished", "01", True], stored=text("00"))
    assert said[-1]["kept"] is None
    assert not said[-1]["on"]
    assert said[-1]["said"].startswith(phrase("progress.gone"))


def test_erase_that_fails_names_the_file_and_stays_on():
    said = steps(["recall"], ["fails", "not_erased"], ["erase"], stored=text("00"))
    assert said[-1]["on"]
    assert said[-1]["said"].startswith(phrase("progress.not_erased", path="/the/file"))


def test_erase_says_what_is_gone():
    said = steps(["recall"], ["erase"], ["erase"], stored=text("00"))
    assert (
        said[1]["said"]
        == f"{phrase('progress.erased', what=finished('00'))} {phrase('progress.off')}"
    )
    assert said[2]["said"].startswith(phrase("progress.erased_nothing"))


@pytest.mark.parametrize("sample", ["corrupt", "foreign", "newer"])
def test_unusable_content_is_set_aside_and_a_file_like_it_changes_nothing(sample):
    content = (SAMPLES / f"{sample}.json").read_text(encoding="utf-8")
    said = steps(["recall"], ["begin"], ["takeIn", content], stored=content)
    told = phrase(f"progress.kept_{sample}", name="aside")
    assert said[0]["said"] == f"{told} {phrase('progress.off')}"
    assert said[2]["said"].startswith(phrase(f"progress.import_{sample}"))
    assert said[2]["kept"] == said[1]["kept"]


def test_a_file_adds_to_what_is_here_and_answers_given_here_stay():
    given = {"B01": ["false", ""]}
    other = {"first": {"B01": ["true", "very"], "B02": ["true", ""]}}
    said = steps(
        ["mark", "finished", "02", True],
        ["believe", "first", given],
        ["begin"],
        ["takeIn", text("01", beliefs=other)],
    )
    both = {"first": {"B01": ["false", ""], "B02": ["true", ""]}}
    assert said[-1]["said"].startswith(phrase("progress.imported"))
    assert json.loads(said[-1]["kept"])["beliefs"] == both
    assert said[-1]["here"]["finished"] == ["01", "02"]


def test_answers_of_another_lesson_are_not_overwritten():
    given = {"first": {"B01": ["unknown", "very"]}}
    said = steps(["mark", "finished", "12", True], ["recall"], stored=text(beliefs=given))
    assert said[-1]["here"] == {"finished": ["12"], "checks": [], "beliefs": given}


AGAIN = (["start again"], ["recall"])


def test_started_again_what_nobody_asked_to_remember_is_still_here():
    said = steps(["recall"], ["mark", "finished", "01", True], *AGAIN)
    assert said[-1]["here"]["finished"] == ["01"]
    assert said[-1]["said"] == phrase("progress.visit", what=finished("01"))
    assert said[-1]["kept"] is None
    assert steps(["mark", "finished", "01", True], ["erase"], *AGAIN)[-1]["here"]["finished"] == []


def test_started_again_what_could_not_be_stored_is_still_here():
    failing = (["fails", "full"], ["mark", "finished", "01", True], ["fails", ""])
    said = steps(["recall"], *failing, *AGAIN, ["mark", "finished", "02", True], stored=text("00"))
    assert said[2]["here"]["finished"] == ["00", "01"]
    assert said[3]["kept"] == text("00", "01", "02")


@pytest.mark.parametrize(("now", "here"), [(None, []), (text("00"), ["00"])])
def test_started_again_nothing_comes_back_that_was_taken_away_elsewhere(now, here):
    said = steps(["recall"], ["kept", now], *AGAIN, stored=text("00", "01"))
    assert said[-1]["here"]["finished"] == here
    assert said[-1]["kept"] == now
    assert said[-1]["on"] == (now is not None)
    assert (phrase("progress.gone") in said[-1]["said"]) == (now is None)
