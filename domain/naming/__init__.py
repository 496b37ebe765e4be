"""What people call trains."""
