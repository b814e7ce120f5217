"""How fast Recoupe is, beside other generators and beside itself; see README.md in this folder."""
