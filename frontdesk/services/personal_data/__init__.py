"""The rights of the persons in the files: a copy of all their data, deletion, and no keeping on."""
