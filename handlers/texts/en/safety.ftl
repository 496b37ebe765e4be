## Floods
problem-flood = That is more than I can read at once. Please wait a minute, then write again; your tickets and payments are safe.
