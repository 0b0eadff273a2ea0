"""Modules whose words are not in the catalogue yet."""

TO_MOVE = {
    "hooks/oit/audit/diff/compare.py",
    "hooks/oit/audit/diff/report.py",
    "hooks/oit/audit/diff/words.py",
    "hooks/oit/audit/links/report.py",
    "hooks/oit/audit/verify/report.py",
    "hooks/oit/forge/codeowners.py",
    "hooks/oit/forge/issues.py",
    "hooks/oit/forge/live.py",
    "hooks/oit/forge/plan.py",
    "hooks/oit/forge/run_summary.py",
    "hooks/oit/model/fields.py",
    "hooks/oit/wording/due_text.py",
    "hooks/oit/wording/gate_text.py",
    "hooks/oit/wording/go_live_text.py",
    "hooks/oit/wording/sentences.py",
    "hooks/oit/wording/withdrawal_text.py",
}
