"""Partner organisations: who works along, in which sector."""
