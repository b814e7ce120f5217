"""From views to files: templates, stylesheets, pages, and the journaled publishing of a site."""
