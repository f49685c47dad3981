"""Speed, memory and quality, measured as a user meets them."""
