"""Rules at work: which captures trigger them, what is done for them, and how they are managed."""
