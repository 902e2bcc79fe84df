"""Comparing two webhooks: what differs, and which differences are expected."""
