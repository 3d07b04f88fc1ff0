"""Small things that the tests of setting up share."""

HASH = "sha256:" + "0" * 64
END = "# The end: {} packages.\n"
PIN = f"{{}} \\\n    --hash={HASH}\n    # via course (pyproject.toml)\n"


def lock(*pins):
    """Return the text of a lock file."""
    return "".join(map(PIN.format, pins)) + END.format(len(pins))


def one_sentence(text):
    """Tell whether this is one line that begins and ends as a sentence does."""
    return "\n" not in text and text.endswith(".") and len(text) > 40 and ". " not in text
