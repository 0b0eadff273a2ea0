# How to reach the district office and its sections.

heading = Contact { $name }
way-telephone = Telephone
way-hours = Office hours
way-address = Address
way-email = E-mail
way-chat = Chat
map = Open the map
by-office = Please write to or call { $office }.
demonstration = This demonstration shows no telephone number, office hours, address or map, and takes no requests. Please use the official channels of { $office }.
preparing = This site is being prepared and shows no way to contact the office yet. Please use the official channels of { $office }.
absent = Please contact { $office } by its official channels.
