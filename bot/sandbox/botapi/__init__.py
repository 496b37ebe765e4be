"""The Bot API's methods, one file for each family of them."""
