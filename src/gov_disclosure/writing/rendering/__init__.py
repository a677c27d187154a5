"""Writing a report as a document: the inverse of parsing, in every layout that the library knows."""
