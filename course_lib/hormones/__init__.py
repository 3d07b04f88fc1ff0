"""The hormone figures: curves, lanes, timelines, substance cards, see-saw and evidence lens."""
