"""The static edition: every notebook as a page of plain files, from the same source."""
