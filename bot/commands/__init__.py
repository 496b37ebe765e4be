"""The command line: one file for each group of commands. Heavy imports stay inside commands, so that help is quick."""
