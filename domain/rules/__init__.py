"""The railway's rules as dated data, each with its source."""
