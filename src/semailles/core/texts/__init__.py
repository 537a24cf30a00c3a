"""Texts that people write together: every version is kept, the second writer loses nothing."""
