"""The fuzzer: the laws of the library on invented documents. See ``python -m fuzz --help``."""
