"""Sources: what a file or a text is made of, and the tables whose rows and columns it marks."""
