"""Making the files of a site: from a plan, over several processes, one like another."""
