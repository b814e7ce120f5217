"""Whether parts make a whole: each there, none twice, all made as the whole will be."""

from collections.abc import Sequence

from recoupe.parts.folders import Part
from recoupe.parts.markers import Options
from recoupe.writing.refusals import PartRefusedError

_TOLD = 20  # numbers of parts; whoever misses more sees that without them


def refuse_unfit(parts: Sequence[Part], program: str, options: Options) -> None:
    """Raise PartRefusedError unless these are all parts of one site.

    `program` and `options` are those of the build that will publish them.
    """
    for part in parts:
        _refuse_other_make(part, program, options)
    _refuse_incomplete(parts)


def _refuse_other_make(part: Part, program: str, options: Options) -> None:
    made = part.marker
    if made.program != program:
        raise PartRefusedError(
            f"{part.folder} was made by another program, or with other templates: Recoupe, Python,"
            " all packages and the templates must be the same wherever parts are built and merged"
        )
    if made.options != options:
        raise PartRefusedError(
            f"{part.folder} was built with {made.options}, and is to be merged with {options}:"
            " both must be the same"
        )


def _refuse_incomplete(parts: Sequence[Part]) -> None:
    first = parts[0]
    known: dict[int, Part] = {}
    for part in parts:
        shard = part.marker.shard
        if shard.count != first.marker.shard.count:
            raise PartRefusedError(
                f"{first.folder} is {first.marker.shard}, {part.folder} {shard}: these are parts of"
                " different wholes"
            )
        twin = known.setdefault(shard.number, part)
        if twin is not part:
            if twin.folder == part.folder:
                raise PartRefusedError(f"{part.folder} is named twice; name each part once")
            raise PartRefusedError(f"{twin.folder} and {part.folder} are both {shard}")
    count = first.marker.shard.count
    missing = [number for number in range(1, count + 1) if number not in known]
    if missing:
        raise PartRefusedError(_missing(missing, count))


def _missing(missing: Sequence[int], count: int) -> str:
    if len(missing) == 1:
        return f"part {missing[0]} of {count} is missing"
    more = f" and {len(missing) - _TOLD} more" if len(missing) > _TOLD else ""
    return f"parts {', '.join(map(str, missing[:_TOLD]))}{more} of {count} are missing"
