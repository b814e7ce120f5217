"""What each page shows, and nothing else: the contract between the facts and the templates.

A view holds all that its template shows, ready formatted; equal views give equal pages. URLs inside
the site start with `/` and are made relative where they are written into a page.
"""
