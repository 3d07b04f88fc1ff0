"""The one kind of error that building pages raises."""


class SiteError(Exception):
    """A page cannot be built; the message is one sentence with the remedy."""
