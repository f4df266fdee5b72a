"""Rules about a whole guide: what parses, and still does not help its reader."""

from guidec.diagnostics.rule import Rule, Severity

MISSING_TITLE = Rule(
    "missing-title",
    Severity.WARNING,
    "The guide has no title.",
    "A checklist, a catalogue and a search result are found by their title. Give one in the frontmatter, or as the "
    "heading of level 1 that the page starts with.",
    wrong="---\ndescription: An app of your own.\n---\n\n## Create the app",
    right="---\ntitle: ClickUp OAuth 2.0\n---\n\n## Create the app",
)
EMPTY_GUIDE = Rule(
    "empty-guide",
    Severity.WARNING,
    "The file says nothing.",
    "It is empty, or holds nothing that a reader sees. Write the guide, or take the file out of the content folder.",
)
EMPTY_STEP = Rule(
    "empty-step",
    Severity.WARNING,
    "A step has no body.",
    "A title alone rarely says where to click and what to see then. Fill the step or take it out.",
    wrong='<Step title="Save the app"></Step>',
    right='<Step title="Save the app">Press **Save**.</Step>',
)
NO_STEPS = Rule(
    "no-steps",
    Severity.INFO,
    "A guide has a numbered list above its sections, and no steps.",
    "A numbered list is steps where it stands in a section, below a heading of level 2 or deeper, in a component for "
    "steps, or in a guide without sections. Above a section it is a list without boxes.",
    wrong="# Acme\n\n1. Open the console\n2. Press **New app**\n\n## Help\n\nWrite to us.",
    right="# Acme\n\n## Create the app\n\n1. Open the console\n2. Press **New app**\n\n## Help\n\nWrite to us.",
)
EMPTY_SECTION = Rule(
    "empty-section",
    Severity.WARNING,
    "A section has nothing below its heading.",
    "Readers stop at a heading that leads nowhere. Fill the section or take the heading out.",
    wrong="## Before you begin\n\n## Create the app\n\nPress **New app**.",
    right="## Create the app\n\nPress **New app**.",
)
SKIPPED_HEADING_LEVEL = Rule(
    "skipped-heading-level",
    Severity.WARNING,
    "A heading is more than one level below the one above it.",
    "Screen readers and tables of contents show the levels; one that is skipped looks like a part that is missing.",
    wrong="## Create the app\n\n#### Scopes",
    right="## Create the app\n\n### Scopes",
    reference="WCAG 2.2, 1.3.1",
)
DUPLICATE_ID = Rule(
    "duplicate-id",
    Severity.WARNING,
    "Two elements of a guide have the same id.",
    "A link to `#id` reaches only the first of them.",
    wrong='<Step id="app" title="Create">...</Step>\n<Step id="app" title="Save">...</Step>',
    right='<Step id="app" title="Create">...</Step>\n<Step id="save" title="Save">...</Step>',
)
UNKNOWN_COMPONENT = Rule(
    "unknown-component",
    Severity.WARNING,
    "A component is neither known to the dialect nor imported.",
    "It stays in the data as a component block, and its content is shown; but nobody can say what it means. Correct "
    "its name, import it, or say in the configuration what it means.",
    wrong="<Warnin>Admins only.</Warnin>",
    right="<Warning>Admins only.</Warning>",
)
IMAGE_ALT = Rule(
    "image-alt",
    Severity.WARNING,
    "An image has no alternative text.",
    "Who cannot see the image does not learn what it shows; the checklist and agents see only this text.",
    wrong="![](/images/app.png)",
    right="![The form of a new app](/images/app.png)",
    reference="WCAG 2.2, 1.1.1",
)
MISSING_REDIRECT_URL = Rule(
    "missing-redirect-url",
    Severity.WARNING,
    "A guide for an OAuth app names no redirect URL.",
    "Without the redirect URL that it registers, the provider refuses every authorization request.",
    wrong="Enter your redirect URL.",
    right="As redirect URL enter `https://api.stackone.com/connect/oauth2/clickup/callback`.",
    reference="RFC 6749, section 3.1.2",
)
CREDENTIAL_WITHOUT_STEP = Rule(
    "credential-without-step",
    Severity.WARNING,
    "A credential must be filled in, and no step tells how to get it.",
    "The reader stands before an empty field. Say where the provider shows it, or which step creates it.",
    wrong="Fill in the form:\n\n- **Client ID**\n- **Client Secret**",
    right="Copy the **Client ID** and the **Client Secret**.\n\n"
    "Fill in the form:\n\n- **Client ID**\n- **Client Secret**",
)
REAL_SECRET = Rule(
    "real-secret",
    Severity.ERROR,
    "Something looks like a real secret.",
    "Guides are published. Revoke the secret at the provider, then write a placeholder.",
    wrong="`sk_live_…`",
    right="`YOUR_API_KEY`",
)
CONTROL_CHARACTER = Rule(
    "control-character",
    Severity.WARNING,
    "The text holds a control character.",
    "Nobody sees it, and many tools refuse it; in outputs it is U+FFFD. An escape for it is no better. Take it out.",
    wrong="Press \x07**Save**.",
    right="Press **Save**.",
)
INVISIBLE_CHARACTER = Rule(
    "invisible-character",
    Severity.WARNING,
    "The text holds an invisible or bidirectional control character.",
    "It can make text read otherwise than it is, also where a character reference or an escape brings it. Take it out.",
    wrong="Press \u202e**Save**.",
    right="Press **Save**.",
    reference="Unicode Technical Report 36",
)
DEEP_CONTENT = Rule(
    "deep-content",
    Severity.WARNING,
    "Content is nested so deeply that it is kept as plain words.",
    "Programs that read JSON give up at about 200 levels, and a list in a list is four of them. Nest less deeply.",
)
