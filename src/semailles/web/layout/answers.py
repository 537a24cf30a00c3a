"""Status codes of answers that keep what was typed."""

FAULTY = 422  # a field asks for something else
CONFLICT = 409  # somebody wrote in the meantime
NO_ROOM = 507  # the machine cannot keep it now
NOT_NOW = 503  # somebody else holds what is needed
