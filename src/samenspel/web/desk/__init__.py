"""Pages that bring apps together: the menu, the start page, and the page of one session.

The apps keep their layers apart; this one may read all of them and writes in none.
"""
