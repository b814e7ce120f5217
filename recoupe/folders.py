"""What stands where in a project's folder."""

INPUTS = ("facts", "seeds", "templates")  # what a site is made of, and what no output may touch
DEFAULT_OUTPUT = "site"
MEMORY = ".recoupe"  # what builds leave for later ones, in all that follows
SCHEMAS = ".recoupe/schemas"  # of fact files, for the editor's plug-in
TEMPLATES = ".recoupe/templates"  # templates as builds before compiled them
PICTURES = ".recoupe/pictures"  # what was drawn by builds before
STANDING = ".recoupe/standing"  # what the last build read and wrote
SEEN = ".recoupe/seen"  # the hashes of fact files
OUTPUTS = ".recoupe/outputs"  # the hashes of what builds before wrote, by where and what of it
FACTS = ".recoupe/facts"  # facts as files gave them in builds before
PROOFS = ".recoupe/proofs"  # what builds before proved of claims
FRAGMENTS = ".recoupe/fragments"  # of URLs that mark quotes in live articles, by source
PAGES = ".recoupe/pages"  # pages as builds before made them
