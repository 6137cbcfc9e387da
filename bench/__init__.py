"""Measurements that anyone can repeat: `make bench`, and the long ones `make soak`."""
