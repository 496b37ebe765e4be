"""The use cases: each a class over ports, safe to run twice."""
