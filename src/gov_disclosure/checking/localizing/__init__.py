"""Localizing: which cells are to blame where sums fail, and what they may have to be."""
