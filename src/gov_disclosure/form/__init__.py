"""The form itself: its cells, editions and words, and what stands in a cell."""
