"""The search index: what pages say, in small documents, made into a bundle by Pagefind.

Not the pages themselves are indexed, because they repeat each other and the site's frame: a
document has the words of one page once, with the places in the page that they lead to. So the index
changes with what is said and not with how it looks.
"""

from recoupe.searching.documents import Document, document
from recoupe.searching.index import INDEX_RECORD, Indexed, publish_index

__all__ = ["INDEX_RECORD", "Document", "Indexed", "document", "publish_index"]
