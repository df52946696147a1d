"""What stands beside the network while it trains: curves, settings, and what else there is to look into."""
