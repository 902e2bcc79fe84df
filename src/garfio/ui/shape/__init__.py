"""Shapes of event types in the window: what drifts, JSON Schemas, and the way to the place in the body."""
