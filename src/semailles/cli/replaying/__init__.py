"""What people did with a workspace, written down in a file and done again through the same actions."""
