"""A worksheet on paper: as a page for the browser, and as PDF."""
