"""The two positions of the lens, as the phrases and the views name them."""

from said import said

from course_lib.frame.lens_model import LENSES, Lens


def test_the_story_comes_first_and_both_have_a_phrase():
    assert LENSES == ["story", "measured"]
    assert [Lens.STORY.value, Lens.MEASURED.value] == LENSES
    assert all(said(f"lens.{lens}") for lens in LENSES)
