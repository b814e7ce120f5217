"""Parts of a site: pages that machines make side by side, and one of them publishes together.

A part is a folder that is no site: pages with what they were made of, as a build leaves them for
the next one. Merging hands all of them to an ordinary build, which takes over what holds and makes
the rest. So the machine that publishes proves everything itself, and believes of a part only that
its pages are what they say they were made of: as much as it believes the repository's own code.
"""
