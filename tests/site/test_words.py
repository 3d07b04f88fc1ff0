"""The gate of the words around the lessons."""

import pytest
from jinja2 import UndefinedError

from course_lib.frame.read import ContentError
from course_lib.site.exporter import CourseExporter
from course_lib.site.words_data import words


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('exit = "', 'exits = "', "exit"),
        ('exit = "Quick exit"', 'exit = ""', "'exit'"),
        ('exit = "Quick exit"', 'exit = "  "', "'exit'.*blank"),
        ('exit = "Quick exit"', 'exit = "Quick {exit}"', r"'exit': its gaps must be these: none"),
        ("Lesson {number}", "Lesson {nummer}", r"'lesson_name': its gaps .*\{number\}"),
        ("Lesson {number}", "Lesson", r"'lesson_name': its gaps .*\{number\}"),
        ('["Bread", "Tea",', '["Bread", "{tea}",', "'notes_list'.*none"),
        ("notes_list = [", "notes_list = [] # [", "'notes_list'"),
    ],
)
def test_what_cannot_be_right_gets_a_sentence(broken_data, old, new, said):
    broken_data("site.toml", old, new)
    with pytest.raises(ContentError, match=said) as caught:
        words()
    assert str(caught.value).startswith("data/site.toml")
    assert "\n" not in str(caught.value)


def test_a_word_that_a_template_misspells_stops_the_build():
    template = CourseExporter().environment.from_string("<a>{{ w.exitt }}</a>")
    with pytest.raises(UndefinedError, match="exitt"):
        template.render(w=words())
