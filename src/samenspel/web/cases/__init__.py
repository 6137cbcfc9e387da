"""Cases: the question, its circle, consents, introductions, efforts, closing. Case layer.

Nothing in the learning layer imports this; `publish.py` hands over facts without identity.
"""
