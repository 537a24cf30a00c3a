"""An initiative whole, from one database to another: every row, every file. What belongs to it is read off the models."""
