"""Many entries at once, on this machine: what arrived, what is asked, and one request."""
