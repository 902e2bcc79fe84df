"""Endpoints with their provider, secrets and custom schemes: the dialogs, and what the window knows of them."""
