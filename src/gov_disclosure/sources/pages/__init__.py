"""Texts with tags of HTML: what a browser would show of them."""
