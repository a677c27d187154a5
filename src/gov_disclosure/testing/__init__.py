"""Testing: what users and contributors test with."""
