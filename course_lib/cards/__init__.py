"""Questions and cards: guesses, quizzes, sorting, beliefs, headlines, flash cards, answers."""
