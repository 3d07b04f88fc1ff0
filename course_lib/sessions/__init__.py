"""Sessions for groups: what is done in them, what is said, what is given out."""
