"""Pictures to think with: feelings, crying, the jug, causes, and a page of one's own."""
