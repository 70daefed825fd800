"""What screens ask of a study in one question: reads put together, in the shape in which they are answered.

Each view is a plain function of a `Study`, run at the desk. What it needs is in `reads`, `frames` or `analyses`; here
it is only gathered, so that a screen costs one request.
"""
