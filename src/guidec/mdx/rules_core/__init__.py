"""Rules of the core chain, a file each."""
