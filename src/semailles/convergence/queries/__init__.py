"""Reads of convergence, one subject a module: only `grouping` loads the engine."""
