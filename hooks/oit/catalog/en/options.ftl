# Help of the options that several commands have.

root = the folder of the site; else the nearest upwards
seconds = how long an answer is waited for
only-division = only this division
period = the period
requirement = the requirement
division = the division
year = the fiscal year
format = how the result is written
output = the file to write
check = only look; status 1 if any file is to be changed
