"""Pictures of pages, drawn when a site is built and kept, so that each is drawn once."""
