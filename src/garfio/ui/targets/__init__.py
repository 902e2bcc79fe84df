"""Targets in the window: the menu, the list and form, and forwarding to them."""
