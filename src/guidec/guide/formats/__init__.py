"""The formats of guides -> mdast: MDX with directives, Markdown with HTML or MDX in it, exported HTML, and drafts."""
