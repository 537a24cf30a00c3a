"""Status codes of answers that keep what was typed."""

FAULTY = 422  # a field asks for something else
CONFLICT = 409  # somebody wrote in the meantime
