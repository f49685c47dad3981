"""Order, retries, concurrency, settings and the command line."""
