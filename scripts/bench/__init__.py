"""The rows of ``scripts/bench.py``: one module per group, and what they share."""
