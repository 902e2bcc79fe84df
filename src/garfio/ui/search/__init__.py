"""The search box with what belongs to it: completion, errors at their place, history, help."""
