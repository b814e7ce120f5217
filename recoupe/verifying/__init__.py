"""A built site, proved again from its own files alone.

Nothing of the code that builds sites is used here, and nothing but Python's standard library: who
distrusts a site, or Recoupe, can read these two files. It proves that no file was changed since the
build, that every quote stands in its source's text at the place that the data name, that the
source's page marks just these words and the claim's page prints them, and that every link inside
the site leads somewhere.
"""

from recoupe.verifying.proof import Fault, Verification, verify

__all__ = ["Fault", "Verification", "verify"]
