"""The list of captures: newest first, a million rows at the cost of a hundred."""
