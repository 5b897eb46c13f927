"""The file behind JournalStorage: a snapshot, then what changed since, in checksummed frames."""
