"""The page: findings and tables of reports as HTML."""
