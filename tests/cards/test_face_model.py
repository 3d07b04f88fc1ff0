"""The drawn face: its right half from the drawing sheet, its left half as the mirror image."""

import pytest
from drawn import closed, strokes

from course_lib.cards import face_model

WIDE, TALL = 200, 216
#: From the drawing sheet: places from the face's middle line, outwards, and from its foot, up.
SHEET = {
    "crown": [(0, 40), (34, 40), (58, 60), (58, 132)],
    "jaw": [(58, 132), (58, 178), (34, 200), (0, 200)],
    "ear": [(58, 130), (72, 138), (70, 104), (55, 104)],
    "shoulder": [(22, 46), (22, 26), (68, 30), (82, 3)],
    "brow": [(18, 144), (26, 148), (34, 148), (42, 144)],
    "trail": [(34, 119), (38, 106), (37, 94), (35, 84)],
}
#: These two are not alike on both sides.
HAIR = [
    [(-57, 142), (-36, 150), (-22, 158), (-4, 178)],
    [(-4, 178), (14, 164), (40, 152), (57, 142)],
]
NOSE = [[(0, 118), (4, 106), (8, 98), (-4, 96)]]
MOUTH = [[(-17, 72), (-7, 70), (7, 70), (17, 72)]]
LID = [[(-13, 128), (-5, 137), (5, 137), (13, 128)], [(13, 128), (5, 121), (-5, 121), (-13, 128)]]


def placed(points, side=1, shift=0):
    return [(WIDE / 2 + side * (x + shift), y) for x, y in points]


def both(name):
    return [[placed(SHEET[name], side)] for side in (-1, 1)]


def strokes_of(paths):
    return [stroke for path in paths for stroke in strokes(path)]


def test_head_hair_ears_and_shoulders_are_those_of_the_sheet():
    left_crown, right_crown = placed(SHEET["crown"][::-1], -1), placed(SHEET["crown"])
    right_jaw, left_jaw = placed(SHEET["jaw"]), placed(SHEET["jaw"][::-1], -1)
    head, hair, *rest = strokes_of(face_model.outline())
    assert head[:4] == [left_crown, right_crown, right_jaw, left_jaw]
    assert closed(face_model.outline()[0])
    assert hair == [placed(piece) for piece in HAIR]
    assert rest == [*both("ear"), *both("shoulder")]


def test_brows_lids_nose_and_mouth_are_those_of_the_sheet():
    left, right, *rest = strokes_of(face_model.features())
    assert [left, right] == both("brow")
    lids = [[placed(piece, 1, shift) for piece in LID] for shift in (-29, 29)]
    assert rest == [*lids, [placed(NOSE[0])], [placed(MOUTH[0])]]


def test_pupils_trails_and_drops_stand_under_one_another():
    pupils = strokes(face_model.pupils())
    assert [stroke[0] for stroke in pupils] == [[(71, 128)] * 2, [(129, 128)] * 2]
    assert strokes(face_model.trails()) == both("trail")
    drops = strokes(face_model.drops())
    assert [drop[0][0] for drop in drops] == [(65, 86), (135, 86)]
    # A drop hangs from its tip: half of it is 9 wide, so its foot is 2.6 times that below.
    for drop in drops:
        assert min(y for piece in drop for _, y in piece) == pytest.approx(86 - 2.6 * 9)


def test_a_drop_of_ten_from_the_sheet():
    # Its right side, from the tip: 3 out and 9 down, 12.5 out and 12 down, and so on.
    right = [(0, 0), (3, -9), (12.5, -12), (10, -18)]
    foot = [(10, -18), (8, -26), (-8, -26), (-10, -18)]
    left = [(-x, y) for x, y in reversed(right)]
    (found,) = strokes(face_model.drop(0, 0, 10))
    assert found[:3] == [right, foot, left]
    assert closed(face_model.drop(0, 0, 10))


def test_a_drop_keeps_its_form_wherever_it_hangs():
    (small,), (large,) = (strokes(face_model.drop(*a)) for a in ((0, 0, 10), (50, 80, 20)))
    moved = [[(50 + 2 * x, 80 + 2 * y) for x, y in piece] for piece in small]
    assert large == [[pytest.approx(point) for point in piece] for piece in moved]


def test_all_of_it_is_inside_the_frame():
    assert face_model.FRAME == (WIDE, TALL)
    paths = [*face_model.outline(), *face_model.features(), face_model.trails()]
    for stroke in strokes_of([*paths, face_model.drops(), face_model.pupils()]):
        for x, y in (point for piece in stroke for point in piece):
            assert 0 < x < WIDE
            assert 0 < y < TALL
