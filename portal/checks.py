"""What an operator can mis-set, each with an id and a hint."""
