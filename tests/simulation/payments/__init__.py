"""A storm of payments: real services over a hostile gateway, with crashes at any call."""
