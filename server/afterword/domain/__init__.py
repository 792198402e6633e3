"""What is known about following up: plain data and pure functions, the clock an argument."""
