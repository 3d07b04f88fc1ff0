"""Published figures: the explorer, a hundred people, who answered, and what goes together."""
