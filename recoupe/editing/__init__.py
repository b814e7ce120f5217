"""What helps an editor to write facts: finding words, starting files and projects."""
