"""Benchmarks against plain programs; `make bench` runs them, README.md here says how to read them."""
