"""XML as it is published: the standard library's writer, and no sign that XML does not have."""

import re
from xml.etree.ElementTree import Element, indent, tostring

_NO_CHARACTERS = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2


def xml_file(root: Element) -> bytes:
    """The document with `root`: UTF-8 with a declaration; equal elements give equal bytes.

    Every element is on a line of its own, but where it stands among text. Characters that no XML
    document may hold, such as control characters, are left out.
    """
    for element in root.iter():
        element.text = element.text and _NO_CHARACTERS.sub("", element.text)
    indent(root, " ")
    document: bytes = tostring(root, "utf-8", xml_declaration=True)
    return document + b"\n"


def child(parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
    """A new element at the end of `parent`."""
    made = Element(tag, attributes)
    made.text = text or None
    parent.append(made)
    return made
