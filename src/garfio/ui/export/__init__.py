"""Exporting captures to a file, with a preview of what leaves, and taking files in."""
