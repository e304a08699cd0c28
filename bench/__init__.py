"""How fast pages are, as a ratio to a bare Django view of the same size on the same server: `make bench`."""
