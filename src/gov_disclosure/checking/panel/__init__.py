"""Checks across reports: what is kept of each, the rules, and what they find."""
