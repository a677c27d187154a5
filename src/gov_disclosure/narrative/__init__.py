"""The narrative: what the sentences of a report say that its tables say too."""
