"""Scanning: a text into pieces, the cells and lines that its layout sets apart."""
