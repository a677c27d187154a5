"""Layouts, the ways in which tools write tables as text: how each is found and written, and what it keeps."""
