"""Settings of Pelican: everything that the others do not make is off."""

SITENAME = "Un site d’essai"
SITEURL = ""
TIMEZONE = "Europe/Paris"
DEFAULT_LANG = "fr"
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"  # its own `simple` stands behind it
ARTICLE_PATHS = ["claims"]
PAGE_PATHS = ["sources", "discrepancies"]
ARTICLE_URL = PAGE_URL = "{slug}/"
ARTICLE_SAVE_AS = PAGE_SAVE_AS = "{slug}/index.html"
TAG_URL, TAG_SAVE_AS = "tags/{slug}/", "tags/{slug}/index.html"
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = DRAFT_SAVE_AS = ""
DIRECT_TEMPLATES = ["index"]
PAGINATED_TEMPLATES = {"index": 100}
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
MARKDOWN = {"extensions": ["markdown.extensions.meta"], "output_format": "html5"}
