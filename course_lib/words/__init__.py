"""Phrases and descriptions: from a state to a sentence."""
