"""Serializers: one module a format, the same names in each."""
