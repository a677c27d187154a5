"""Parsing: pieces of text into lexemes, and these into the tree of the grammar."""
