"""Tools of the project: small programs that the Makefile calls. They are no part of the wheel."""
