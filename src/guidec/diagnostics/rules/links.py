"""Rules about links and images: where they lead."""

from guidec.diagnostics.rule import Rule, Severity

LINK_SCHEME = Rule(
    "link-scheme",
    Severity.WARNING,
    "A link or image has a scheme that is not followed.",
    "Only `http`, `https`, `mailto`, `tel` and relative URLs become links; any other, such as `javascript:`, could run "
    "something. The text of the link stays, and the index of links leaves it out. Of images that stand in their URL "
    "(`data:`), only those made of pixels are shown.",
    wrong="[Open the app](javascript:open('/app'))",
    right="[Open the app](https://app.example.com)",
    reference="RFC 3986, section 3.1",
)
LINK_HOST = Rule(
    "link-host",
    Severity.WARNING,
    "The host of a link is made to be taken for another one.",
    "It mixes letters of several alphabets, is nothing but look-alikes, or hides behind a user name. Readers type "
    "their passwords there.",
    wrong="[Sign in](https://g\u0456thub.com/login)",
    right="[Sign in](https://github.com/login)",
    reference="RFC 3986, section 7.6; Unicode Technical Standard 39",
)
BROKEN_LINK = Rule(
    "broken-link",
    Severity.WARNING,
    "A link leads to a page or file that does not exist.",
    "Links without a scheme are looked up below the content root: relative ones from the guide's folder and from its "
    "address on the site, those that start with `/` where the configuration or a `docs.json` says that the docs "
    "root is the whole site. Correct the path, or add the page; redirects in `docs.json` count.",
    wrong="[Scopes](./no-such-guide)",
    right="[ClickUp](https://clickup.com)",
    reference="RFC 3986, section 5.2",
)
BROKEN_ANCHOR = Rule(
    "broken-anchor",
    Severity.WARNING,
    "A link leads to a heading or element that does not exist.",
    "The browser opens the page at its top. Anchors are made from headings as the documentation system makes them "
    '(`{#id}` and `[#id]` behind a heading win), or are `id="..."` of an element.',
    wrong="## Create the app\n\nSee [above](#make-the-app).",
    right="## Create the app\n\nSee [above](#create-the-app).",
    reference="RFC 3986, section 3.5",
)
BROKEN_IMAGE = Rule(
    "broken-image",
    Severity.WARNING,
    "An image with a relative path does not exist.",
    "Readers see its alternative text at best. Correct the path, or add the file.",
    wrong="![The form of a new app](./no-such-image.png)",
    right="![The form of a new app](https://example.com/form.png)",
)
