"""How people hear of changes and of deadlines: Atom and iCalendar."""
