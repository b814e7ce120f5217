"""A built site, proved again from its own files alone.

Nothing of the code that builds sites is used here, and nothing but Python's standard library: who
distrusts a site, or Recoupe, can read these few files. It proves that no file was changed since the
build, that every quote stands in its source's text at the place that the data name, that the
source's page marks just these words and the claim's page prints them, that every link inside the
site leads somewhere, and that reviews, annotations, feed and sitemap say what the pages say.
"""

from recoupe.verifying.faults import Fault
from recoupe.verifying.proof import Verification, verify

__all__ = ["Fault", "Verification", "verify"]
