"""What a later version of the program adds to the tables; its last change breaks when it is told to."""
