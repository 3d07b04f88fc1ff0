"""The drops of the feelings map stand where the model says: the sheet has the same places."""

import re
from pathlib import Path

import course_lib
from course_lib.pictures import feelings_data
from course_lib.pictures.feelings_model import STOPS, place

SHEET = (Path(course_lib.__file__).parent / "pictures/feelings.css").read_text(encoding="utf-8")


def rules(name):
    found = re.findall(rf'\[data-{name}="(\d)"\] {{\n  --cc-\w+: ([\d.]+)(?:%|px);', SHEET)
    return {int(stop): float(value) for stop, value in found}


def test_the_sheet_has_the_models_places():
    lefts = {stop: round(place(stop, 0)[0] * 100, 2) for stop in range(STOPS)}
    tops = {stop: round(place(0, stop)[1] * 100, 2) for stop in range(STOPS)}
    assert rules("pleasant") == lefts
    assert rules("intense") == tops


def test_all_people_can_stand_side_by_side_on_one_place():
    beside = rules("beside")
    assert sorted(beside) == list(range(1, len(feelings_data.vignettes())))
    assert {value / number for number, value in beside.items()} == {18}
