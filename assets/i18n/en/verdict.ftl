## verdict
