"""PostgreSQL as Django knows it, with the one promise that SQLite makes and that our gestures stand on: one of them writes at a time."""
