"""Payment gateways, each behind the domain port PaymentGateway."""
