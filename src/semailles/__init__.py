"""Semailles: what comes after a territorial workshop."""

__version__ = "0.1.0"
