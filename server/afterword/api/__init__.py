"""The API under /api/v1: schemas between JSON and the domain, and routes that load, call and dump."""
