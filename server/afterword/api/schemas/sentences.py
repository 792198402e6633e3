"""What every field says when it is missing or empty."""

REQUIRED = {"required": "This is missing.", "null": "This can't be empty."}
