"""The report as a value: cells, sections, issues, and the words for a person."""
