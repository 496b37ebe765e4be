"""The outside world and the wiring: Telegram, the web, gateways, pictures, the sandbox, the command line."""
