"""The lock of a data folder: its key file, and how bytes, pictures, records and whole files are sealed with it."""
