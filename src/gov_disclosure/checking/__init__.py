"""Checking: what is wrong with what a report says, where, and which cell is to blame."""
