"""Offices with many rounds and a history in Git, made of the sample's round."""
