"""What ruamel.yaml reads in a fact file: a second opinion before anything is written.

libyaml follows YAML 1.1 and ruamel 1.2, and a file on which the two disagree (U+0085 ends a line
for one of them) is one of which nobody can say what an edit would do to it.
"""

from ruamel.yaml import YAML, MappingNode, ScalarNode, SequenceNode
from ruamel.yaml.error import YAMLError

from recoupe.editing.refusals import EditRefusedError
from recoupe.editing.trees import Plain


def second_reading(text: str) -> Plain:
    """What ruamel.yaml finds, its texts as typed. Raises EditRefusedError where it finds none."""
    try:
        root = YAML(typ="safe", pure=True).compose(text)
    except YAMLError as mistake:
        problem = str(getattr(mistake, "problem", None) or "it cannot be read")
        raise EditRefusedError(f"ruamel.yaml refuses the file: {problem}") from mistake
    return _plain(root)


def _plain(node: object) -> Plain:
    if isinstance(node, ScalarNode):
        empty = not node.style and node.value in {"", "~"}
        return None if empty else str(node.value)
    if isinstance(node, SequenceNode):
        return [_plain(item) for item in node.value]
    if isinstance(node, MappingNode):
        return {str(_plain(key)): _plain(value) for key, value in node.value}
    return None
