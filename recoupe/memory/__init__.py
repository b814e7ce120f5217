"""What builds leave for later ones, in `.recoupe/`: it saves time and decides nothing.

A command that has nothing to do loads `standing` and what that needs, and nothing else: so these
import no pathlib, no dataclasses, nothing that takes longer than the answer.
"""
