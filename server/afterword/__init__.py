"""Afterword: the follow-up after a job interview, in one click, on your own machine."""

__version__ = "0.1.0"
