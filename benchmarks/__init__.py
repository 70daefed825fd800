"""The promises about speed and size, measured. `python -m benchmarks` prints them; see `__main__`."""
