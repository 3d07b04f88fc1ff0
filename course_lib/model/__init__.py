"""Pure functions: curves, phases and regions. No drawing, no widgets, no files."""
