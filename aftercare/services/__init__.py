"""Use cases: what the patient can do, written against the ports of the core."""
