"""What is drawn: tickets as PDF and picture, QR codes."""
