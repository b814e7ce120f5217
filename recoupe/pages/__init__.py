"""Facts that have been found and compared, as views: one small frozen value for each page.

`editions.edition` gathers what is published, `site.site_pages` makes the views of it. They are not
imported here, so that who only renders views need not load Markdown and everything behind it.
"""
