"""Illustrative content that makes a visitor believe: see `manage.py demo`."""
