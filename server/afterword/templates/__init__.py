"""The files of ``shared_templates``: read, checked and turned into the domain's own shapes."""
