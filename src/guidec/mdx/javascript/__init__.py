"""Just enough of JavaScript to know where it ends and whether it is valid; nothing is ever run."""
