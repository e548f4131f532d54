"""What an instructor runs: authoring, sandbox, judge, grading and reports. Imports nothing yet."""
