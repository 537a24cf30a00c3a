"""Where the work stands, for whoever runs it: the path from paper to act, what is lost on it, what disagrees, what cannot be read."""
