"""What the engine knows of the field, one folder a language: chains, acts, opposites, units."""
