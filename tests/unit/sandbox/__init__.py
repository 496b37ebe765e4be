"""The sandbox, as its clients see it over HTTP."""
