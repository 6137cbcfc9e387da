"""The dynamic learning agenda: learning questions, caught in one line. Learning layer: no cases."""
