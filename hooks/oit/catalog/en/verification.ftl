# The report of `oit verify`. What it finds is in `verify.ftl`.

level-failure = differs
level-notice = notice
summary = { $source }: { $checked ->
        [one] { $checked } address
       *[other] { $checked } addresses
    } checked on { $day }: { $failing ->
        [0] as the index says.
        [one] { $failing } finding.
       *[other] { $failing } findings.
    }
left-out = Not checked (--external does): { $count ->
        [one] { $count } link
       *[other] { $count } links
    } to other sites.
following = And { $count } more that follow from it, such as { $places }.
no-value = no value
