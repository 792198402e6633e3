"""The routes, one noun a file; each is load, call, dump."""
