"""Blocks → candidate ideas, actors, places, commitments, remarks. Deterministic, offline, French first.

    extract(blocks, known=(), gazetteer=()) -> Extraction                       one document
    reconcile(mentions, known=()) -> tuple[Actor, ...]                          the mentions of all documents
"""
