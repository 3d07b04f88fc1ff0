"""The first page begins with who is here; behind the first door is a short page."""

import re
from html import unescape

import pytest

from course_lib.evidence import help_data
from course_lib.frame.figures import toml
from course_lib.frame.load import ContentError
from course_lib.frame.read import data_dir
from course_lib.site import doors_data
from course_lib.site.anchors import neutral
from course_lib.site.doors_data import Place, links


def words(html):
    return unescape(re.sub(r"<[^>]*>", " ", html)).split()


def main_of(path):
    return re.search(r"<main.*?</main>", path.read_text(encoding="utf-8"), re.DOTALL)[0]


def test_the_first_page_begins_with_four_doors_of_three_places(site_folder):
    main = main_of(site_folder / "index.html")
    before, *doors = re.split(r"<section ", main.split('<div class="doors">')[1])
    assert not words(before)
    above = main.split('<div class="doors">')[0]
    assert len(words(above)) <= 45  # the title, and what is feared
    assert toml("site.toml")["index_worried"] in unescape(above.split("</h1>")[1])
    assert 'href="help.html"' in above
    assert [len(re.findall(r"<a href", door.split("</section>")[0])) for door in doors] == [3] * 4
    names = ["It happened to me", "It happened to someone I was with"]
    names += ["I want to understand the science", "I teach or lead a group"]
    assert [unescape(re.search(r"<h2[^>]*>(.*?)</h2>", door)[1]) for door in doors] == names
    assert 'href="minute.html"' in doors[0]


def test_every_place_of_a_door_is_there(site_folder):
    for name in ("index.html", "minute.html"):
        main = main_of(site_folder / name)
        for page, place in re.findall(r'href="(\w+\.html)(?:#(\w+))?"', main):
            text = (site_folder / page).read_text(encoding="utf-8")
            assert not place or f'id="{place}"' in text, (page, place)


def test_the_short_page_is_short_and_does_not_say_how_fast_anyone_reads(site_folder):
    main = main_of(site_folder / "minute.html")
    assert len(words(main)) <= 400
    for name in ("index.html", "minute.html"):
        assert not re.search(r"[Oo]ne minute", main_of(site_folder / name))
    known, rest = main.split('id="s1"')[1].split('id="s2"')
    assert len(re.findall(r"<p>", known)) == 5
    order = ["s2", "s3", "s4"]
    assert re.findall(r'id="(s\d)"', 'id="s2"' + rest) == order


def test_the_short_page_begins_with_what_is_feared(site_folder):
    lead = main_of(site_folder / "minute.html").split('id="s1"')[0]
    assert toml("site.toml")["index_worried"] in unescape(lead)


def test_who_was_beside_someone_is_led_to_their_place(site_folder):
    lead = main_of(site_folder / "minute.html").split('id="s1"')[0]
    assert re.search(rf'href="11_\w+\.html#{neutral("q-partner")}"', lead)


def test_no_comfort_is_taken_from_a_shorter_time():
    """Fewer people tell of four weeks than of a life, whatever the thing is."""
    for each in doors_data.doors().known:
        assert not re.search("four weeks|past month", each.says), each.id


def test_a_number_says_of_whom_and_of_what():
    (who,) = [each for each in doors_data.doors().known if each.id == "who"]
    for word in (
        "33 to 46",
        "three surveys",
        "volunteers",
        "two of women and one of men",
        "Crying alone was not",
    ):
        assert word in who.says


def test_each_danger_and_each_kind_of_care_has_a_line_of_its_own(site_folder):
    help_box = main_of(site_folder / "minute.html").split('id="s3"')[1].split('id="s4"')[0]
    lines = [unescape(each) for each in re.findall(r"<li>([^<]*)</li>", help_box)]
    assert max(len(each.split()) for each in lines) <= 18
    now = " ".join(doors_data.doors().get_help[0].lines)
    for danger in ("suicide", "danger", "neck", "bleeding", "severe pain", "headache"):
        assert danger in now
    care = help_data.help_data().care
    assert lines[-4:-2] == [care.pill, care.hiv]
    for part in ("5 days", "72 hours", "sooner the better", "sexual health clinic"):
        assert part in care.short
        assert part in f"{care.some} {care.pill} {care.hiv}"


def test_keys_are_named_for_a_keyboard_alone():
    """A phone has no Escape and no Shift to press three times."""
    for name, said in toml("site.toml").items():
        if "Escape twice" in str(said):
            assert re.search(r"[Oo]n a keyboard", said), name


def test_nothing_is_asked_at_a_door(site_folder):
    for name in ("index.html", "minute.html"):
        assert not re.search(r"<(input|form|button|select)", main_of(site_folder / name))


def test_a_lesson_that_is_not_there_has_no_link():
    places = [Place("08", "a"), Place("minute", "b"), Place("11#q-men", "c")]
    assert links(places, {"11": "11_x.html"}) == [
        ("minute.html", "b"),
        (f"11_x.html#{neutral('q-men')}", "c"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('to = "04#', 'to = "44#', "with_someone.*'44'"),
        ('to = "about"', 'to = "abuot"', "group.*'abuot'.*about"),
        ('to = "02"', 'to = "0"', r"read_on.*to"),
        ('claims = ["C11"]', 'claims = ["C99"]', "C99"),
    ],
)
def test_a_place_that_does_not_exist_is_named(broken_data, old, new, said):
    assert old in (data_dir() / doors_data.FILE).read_text(encoding="utf-8")
    broken_data(doors_data.FILE, old, new)
    with pytest.raises(ContentError, match=said):
        doors_data.doors.__wrapped__()
