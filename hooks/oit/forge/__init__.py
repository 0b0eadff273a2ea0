"""The issues of a forge that tell divisions what is late or due; kept by a program, day by day."""
