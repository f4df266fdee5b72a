"""Shows the output folder in a browser on this machine, and what is wrong while somebody writes."""
