"""Facts that have been found and compared, as views: one small frozen value for each page."""
