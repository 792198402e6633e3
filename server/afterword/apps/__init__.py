"""The Flask apps that one server is made of, and how they are made when the first request comes for them."""
