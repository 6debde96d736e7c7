## signatures
