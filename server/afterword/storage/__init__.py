"""What is kept, and how it survives a full disk, a power cut and a second start.

Only this package knows TinyDB and where the files are.
"""
