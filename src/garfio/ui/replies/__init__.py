"""Replies on purpose in the window: what a path answers, edited, shown beforehand, and marked as long as it lasts."""
