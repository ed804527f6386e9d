"""The audit trail as the manager reads it: filtered, named, exported, verified, printed."""
