# What is wrong with a command as it was typed.

unknown-command = There is no command “{ $name }”. Choose one from the list.
similar-command = There is no command “{ $name }”. Did you mean { $likely }?
unknown-option = There is no option { $name }. Choose one from the list.
similar-option = There is no option { $name }. Did you mean { $likely }?
missing = { $name } is missing. Type, for example: { $example }
takes-no-value = The option { $name } takes no value. Type { $name } alone.
needs-values = Type { $count ->
        [one] a value
       *[other] { $count } values
    } after { $name }.
extra = This command takes no further “{ $extra }”. Leave it out, or put " around text with spaces.
other = The command is not complete, or not as its usage says. Type it as the usage says.
not-a-choice = “{ $value }” is not a value of { $name }. Choose one of { $choices }.
not-a-number = “{ $value }” is not a value of { $name }. Enter a number of { $least } or more.
not-an-integer = “{ $value }” is not a value of { $name }. Enter a whole number of { $least } or more.
not-usable = “{ $value }” is not a value of { $name }. Type it again.
absent-path = There is no { $kind ->
        [file] file
       *[folder] folder
    } “{ $value }”. Look at the name and place given as { $name }.
other-path = “{ $value }” is not a { $kind ->
        [file] file
       *[folder] folder
    }. Look at the name and place given as { $name }.
closed-path = The { $kind ->
        [file] file
       *[folder] folder
    } “{ $value }” cannot be opened. Look at the name and place given as { $name }.
usage = usage
more = more
