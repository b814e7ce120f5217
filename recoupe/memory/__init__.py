"""What a build leaves for later ones, in `.recoupe/`: it saves time and decides nothing.

A command that has nothing to do loads this room alone, so that nothing here imports what takes
longer than the answer: no pathlib, no dataclasses, nothing but the first layer of the house.
"""
