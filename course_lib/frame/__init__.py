"""What every activity has: loading and checking of data, markup, scenes, and the player."""
