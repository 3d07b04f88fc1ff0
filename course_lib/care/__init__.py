"""What people can do: conversations, words to say, a slow pace, steps, the partner's side."""
