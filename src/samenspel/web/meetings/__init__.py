"""Learning cycles, the meetings in them, and who attended. Knows no cases and no questions."""
