"""What the website is made with: its figures, and the macros of its pages."""
