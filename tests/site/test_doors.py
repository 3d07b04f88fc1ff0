"""The first page begins with who is here; behind the first door is a page of one minute."""

import re
from html import unescape

import pytest

from course_lib.frame.load import ContentError
from course_lib.frame.read import data_dir
from course_lib.site import doors_data
from course_lib.site.doors_data import Place, links


def words(html):
    return unescape(re.sub(r"<[^>]*>", " ", html)).split()


def main_of(path):
    return re.search(r"<main.*?</main>", path.read_text(encoding="utf-8"), re.DOTALL)[0]


def test_the_first_page_begins_with_four_doors_of_three_places(site_folder):
    main = main_of(site_folder / "index.html")
    before, *doors = re.split(r"<section ", main.split('<div class="doors">')[1])
    assert not words(before)
    assert len(words(main.split('<div class="doors">')[0])) < 15  # the title alone
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


def test_a_minute_is_enough_for_the_page_of_one_minute(site_folder):
    main = main_of(site_folder / "minute.html")
    assert len(words(main)) <= 300
    known, rest = main.split('id="s1"')[1].split('id="s2"')
    assert len(re.findall(r"<p>", known)) == 5
    order = ["s2", "s3", "s4"]
    assert re.findall(r'id="(s\d)"', 'id="s2"' + rest) == order


def test_nothing_is_asked_at_a_door(site_folder):
    for name in ("index.html", "minute.html"):
        assert not re.search(r"<(input|form|button|select)", main_of(site_folder / name))


def test_a_lesson_that_is_not_there_has_no_link():
    places = [Place("08", "a"), Place("minute", "b"), Place("11#q-men", "c")]
    assert links(places, {"11": "11_x.html"}) == [("minute.html", "b"), ("11_x.html#q-men", "c")]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('to = "04"', 'to = "44"', "with_someone.*'44'"),
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
