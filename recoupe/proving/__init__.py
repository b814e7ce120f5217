"""What builds proved, kept for later ones: a proof holds while all that it takes is the same."""

from recoupe.proving.kept_proofs import KeptProofs

__all__ = ["KeptProofs"]
