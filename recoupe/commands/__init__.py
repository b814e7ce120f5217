"""Commands that take more than a few lines, a module for each; `cli` puts them together."""
