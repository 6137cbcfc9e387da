"""Who is who: accounts, roles with their rights, districts and teams, signing in."""
