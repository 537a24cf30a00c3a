"""Grouping of a crowd: from some thousands of texts on, with a memory and a time that stay in proportion of their number."""
