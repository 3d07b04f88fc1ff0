"""The colours of lines: seen on light and dark pages, and apart for colour-blind eyes."""

import pytest

from course_lib.frame import palette
from course_lib.hormones.substances_data import substances


def luminance(colour):
    values = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values]
    return sum(w * v for w, v in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("background", ["#ffffff", "#111111", "#1e1e1e"])
def test_lines_stand_out_on_light_and_dark(background):
    shared = {name: getattr(palette, name) for name in ("BLUE", "ORANGE", "OLIVE", "RED")}
    own = {each.id: each.colour for each in substances().values()}
    for name, colour in (shared | own).items():
        found = contrast(colour, background)
        assert found >= 3, f"{name}: {colour} has {found:.1f}:1 on {background}; take a middle tone"


# Machado, Oliveira and Fernandes (2009), severity 1.0.
COLOUR_BLIND = {
    "protan": [[0.152, 1.053, -0.205], [0.115, 0.786, 0.099], [-0.004, -0.048, 1.052]],
    "deutan": [[0.367, 0.861, -0.228], [0.280, 0.673, 0.047], [-0.012, 0.043, 0.969]],
    "tritan": [[1.256, -0.077, -0.179], [-0.078, 0.931, 0.148], [0.005, 0.691, 0.304]],
}


@pytest.mark.parametrize("kind", COLOUR_BLIND)
def test_the_articles_four_differ_for_colour_blind_eyes(kind):
    def seen(colour):
        rgb = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
        return [sum(w * v for w, v in zip(row, rgb, strict=True)) for row in COLOUR_BLIND[kind]]

    names = ("oxytocin", "prolactin", "dopamine", "endorphins")
    four = [seen(substances()[name].colour) for name in names]
    for i, one in enumerate(four):
        for other in four[i + 1 :]:
            assert sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5 > 20
