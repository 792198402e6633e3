"""Who may call what: Host, fetch metadata, Origin and credentials are checked before any handler (T1-T9)."""
