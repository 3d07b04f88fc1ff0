"""For those who work on the course: refreshing notebooks, driving a browser, measuring."""
