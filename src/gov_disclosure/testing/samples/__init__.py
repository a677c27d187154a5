"""Invented reports, the documents they stand in, and their damages, made from any source of choices.

Hypothesis and :class:`random.Random` are such sources: the strategies for tests and the fuzzer make the same
things. Nothing here needs more than the library itself.
"""
