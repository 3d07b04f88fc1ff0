"""Keys that a person presses as one gesture."""

from course_lib.site.words_data import words


def leave(page, *keys):
    """Press keys that leave the course: Escape twice, if none are named.

    On a busy machine too much time may pass between two of them. Then the gesture is made
    again, as a person would.
    """
    for _ in range(3):
        for key in keys or ["Escape"] * 2:
            page.keyboard.press(key)
        page.wait_for_timeout(300)
        if page.title() == words().notes_title:
            return
