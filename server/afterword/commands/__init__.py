"""The commands beside starting and opening the server, one group a file."""
