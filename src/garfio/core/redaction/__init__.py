"""What counts as secret in a request, and a copy of it without."""
