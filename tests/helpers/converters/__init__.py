"""Real converters over six made-up reports: the documents, the tools, and what their texts determine."""
