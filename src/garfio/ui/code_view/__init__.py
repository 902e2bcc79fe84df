"""Read-only text of any size: an index of lines, rows of cells, a view that paints what is visible."""
