"""What the site publishes for programs: the same facts as its pages, complete and exact."""
