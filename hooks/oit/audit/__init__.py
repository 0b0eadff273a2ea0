"""What looks at a published site: verification, differences, links, deployability."""
