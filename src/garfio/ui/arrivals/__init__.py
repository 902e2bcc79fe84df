"""The chart of arrivals: how much came when, and what of it failed; a stretch of it is a query."""
