"""Every word the bot says, by language."""
