"""General knowledge of the transition, as text files: which words speak of the same thing."""
