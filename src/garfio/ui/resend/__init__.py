"""Resending from the window: sending, editing before, many at once, and what came of it in words."""
