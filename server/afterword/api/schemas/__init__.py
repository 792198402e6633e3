"""The JSON shapes, one noun a file; loading one gives the domain's own value."""
