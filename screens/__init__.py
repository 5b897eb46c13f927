"""The screens: they render a state and report what the patient did."""
