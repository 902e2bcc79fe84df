"""Shapes of event types: learning them behind, and what the window asks of them."""
