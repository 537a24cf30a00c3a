"""Copies of a workspace or an instance that prove themselves: made while people write, tried, thinned out, put back."""
