"""Building: the tree of a report into its cells, sections and issues."""
