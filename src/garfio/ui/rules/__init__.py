"""Rules: what happens by itself when a webhook arrives."""
