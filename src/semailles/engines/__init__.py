"""Pure engines: values in, values out; no Django, database, network, clock or unseeded randomness."""
