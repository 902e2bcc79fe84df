"""The left pane: where to look."""
