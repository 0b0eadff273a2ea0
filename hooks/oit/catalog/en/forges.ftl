# What is wrong with a forge.

nowhere = This runs on GitHub Actions or GitLab CI. Without issues it runs anywhere (oit freshness --dry-run, or oit live without --issue).
no-token = OIT_FORGE_TOKEN is not set, so nothing may be written to the forge.
refused = The forge did not do what was asked ({ $request } { $why }). What was done before stays. Check the rights and try again.
