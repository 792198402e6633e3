"""Starting Afterword with the user's log-in: one file a system, written on the user's word only."""
