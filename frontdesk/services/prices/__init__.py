"""The price list: what work and parts cost before anything is agreed (domain §3)."""
