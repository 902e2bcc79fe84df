"""Read-only text of any size: an index of lines, rows of cells, and a view that paints only what is visible."""
