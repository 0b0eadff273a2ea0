# Who works in a checkout.

waiting = Waiting for another command in this folder: { $command } since { $day }, { $hour }:{ $minute } (process { $pid } on { $host }).
    .unknown = Waiting for another command in this folder.
refused = Another command works in this folder: { $command } since { $day }, { $hour }:{ $minute } (process { $pid } on { $host }). Nothing was changed. Try again when it has ended.
    .unknown = Another command works in this folder. Nothing was changed. Try again when it has ended.
reserved = a reserved name, or a link
