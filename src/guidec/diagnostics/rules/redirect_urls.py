"""Rules about redirect URLs, most of them from the OAuth RFCs."""

from guidec.diagnostics.rule import Rule, Severity

GOOD = "Enter the redirect URL `https://api.stackone.com/connect/oauth2/clickup/callback`."

REDIRECT_URL_SCHEME = Rule(
    "redirect-url-scheme",
    Severity.ERROR,
    "A redirect URL is not https.",
    "The authorization code travels through it in the clear. Only a loopback address may use http.",
    wrong="Enter the redirect URL `http://app.example.com/oauth/callback`.",
    right="Enter the redirect URL `https://app.example.com/oauth/callback`.",
    reference="RFC 6749, section 3.1.2.1; RFC 8252, sections 7.3 and 8.3",
)
REDIRECT_URL_PRIVATE_SCHEME = Rule(
    "redirect-url-private-scheme",
    Severity.WARNING,
    "A redirect URL has a scheme of its own, or is none that a browser can open.",
    "Any app on a device can claim such a scheme and receive the code; only native apps use them, with PKCE. "
    "`urn:ietf:wg:oauth:2.0:oob` is no longer accepted by providers.",
    wrong="Enter the redirect URL `myapp://oauth/callback`.",
    right="Enter the redirect URL `https://app.example.com/oauth/callback`.",
    reference="RFC 8252, sections 7.1 and 8.6",
)
REDIRECT_URL_CHARACTER = Rule(
    "redirect-url-character",
    Severity.ERROR,
    "A redirect URL has a quotation mark, an invisible character, or one that only looks like another.",
    "A URL is made of ASCII characters, and providers compare redirect URLs character by character: what reads the "
    "same is not the same. Type the URL anew.",
    wrong="Enter the redirect URL `https://app.example.com/oauth/c\u0430llback`.",
    right="Enter the redirect URL `https://app.example.com/oauth/callback`.",
    reference="RFC 3986, section 2; Unicode Technical Standard 39",
)
REDIRECT_URL_FRAGMENT = Rule(
    "redirect-url-fragment",
    Severity.ERROR,
    "A redirect URL has a fragment.",
    "The standard forbids it, and providers refuse it.",
    wrong="Enter the redirect URL `https://app.example.com/callback#done`.",
    right="Enter the redirect URL `https://app.example.com/callback`.",
    reference="RFC 6749, section 3.1.2",
)
REDIRECT_URL_WILDCARD = Rule(
    "redirect-url-wildcard",
    Severity.WARNING,
    "A redirect URL has a wildcard.",
    "Providers must compare redirect URLs character by character; a pattern lets others receive the code.",
    wrong="Enter the redirect URL `https://*.example.com/callback`.",
    right="Enter the redirect URL `https://app.example.com/callback`.",
    reference="RFC 9700, section 2.1",
)
REDIRECT_URL_USERINFO = Rule(
    "redirect-url-userinfo",
    Severity.ERROR,
    "A redirect URL has a user name or password.",
    "It shows a secret, or disguises the host.",
    wrong="Enter the redirect URL `https://admin@example.com/callback`.",
    right="Enter the redirect URL `https://example.com/callback`.",
    reference="RFC 3986, sections 3.2.1 and 7.5",
)
REDIRECT_URL_HOST = Rule(
    "redirect-url-host",
    Severity.WARNING,
    "The host of a redirect URL is unusual: an address, non-ASCII, punycode, or missing.",
    "Providers refuse such hosts, or a reader takes them for another one.",
    wrong="Enter the redirect URL `https://203.0.113.7/callback`.",
    right=GOOD,
    reference="RFC 8252, section 8.3; RFC 3986, section 3.2.2",
)
REDIRECT_URL_LOCALHOST = Rule(
    "redirect-url-localhost",
    Severity.INFO,
    "A redirect URL leads to `localhost`.",
    "It serves development only, and the name may resolve to another address; `127.0.0.1` is the loopback address.",
    wrong="Enter the redirect URL `http://localhost:3000/callback`.",
    right="Enter the redirect URL `http://127.0.0.1:3000/callback`.",
    reference="RFC 8252, section 8.3",
)
REDIRECT_URL_PORT = Rule(
    "redirect-url-port",
    Severity.ERROR,
    "The port of a redirect URL is no port.",
    "A port is a number from 1 to 65535.",
    wrong="Enter the redirect URL `https://app.example.com:99999/callback`.",
    right="Enter the redirect URL `https://app.example.com:8443/callback`.",
    reference="RFC 3986, section 3.2.3",
)
REDIRECT_URL_PATH = Rule(
    "redirect-url-path",
    Severity.WARNING,
    "A redirect URL has a backslash, `..`, a space, or one of them or a slash encoded.",
    "Servers and browsers read such paths differently, which has let codes be stolen.",
    wrong="Enter the redirect URL `https://app.example.com/a/../callback`.",
    right="Enter the redirect URL `https://app.example.com/callback`.",
    reference="RFC 9700, section 4.1",
)
REDIRECT_URL_PLACEHOLDER = Rule(
    "redirect-url-placeholder",
    Severity.INFO,
    "A redirect URL has a placeholder for the reader to replace.",
    "Nobody can copy it as it is. Where the URL is the same for all readers, write it out.",
    wrong="Enter the redirect URL `https://<your-domain>/callback`.",
    right=GOOD,
)
REDIRECT_URL_PADDING = Rule(
    "redirect-url-padding",
    Severity.WARNING,
    "Punctuation, quotes or spaces stand inside of the code that holds a redirect URL.",
    "Who copies the code copies them, too, and the provider compares character by character. The data holds the URL "
    "without them.",
    wrong="Enter the redirect URL `https://app.example.com/callback.`",
    right="Enter the redirect URL `https://app.example.com/callback`.",
    reference="RFC 9700, section 2.1",
)
REDIRECT_URL_QUERY = Rule(
    "redirect-url-query",
    Severity.WARNING,
    "The query of a redirect URL has a secret or one of OAuth's own parameters.",
    "`code`, `state`, `error` and the like are added by the provider; a secret in a URL ends up in logs.",
    wrong="Enter the redirect URL `https://app.example.com/callback?state=x`.",
    right="Enter the redirect URL `https://app.example.com/callback`.",
    reference="RFC 6749, sections 3.1.2 and 4.1.2",
)
REDIRECT_URL_PROVIDER = Rule(
    "redirect-url-provider",
    Severity.WARNING,
    "A redirect URL names another provider than the guide, or leads to another site than the guide's.",
    "It was most likely copied from another guide. Who owns the host receives the codes.",
    wrong="---\ntitle: ClickUp OAuth 2.0 connector profile – StackOne setup guide\n---\n\n"
    "Enter the redirect URL `https://api.stackone.com/connect/oauth2/smartsheet/callback`.",
    right=f"---\ntitle: ClickUp OAuth 2.0 connector profile – StackOne setup guide\n---\n\n{GOOD}",
)
REDIRECT_URL_ENVIRONMENT = Rule(
    "redirect-url-environment",
    Severity.INFO,
    "A redirect URL leads to a development or staging host.",
    "Readers set up production. Name the environment beside the URL if it is meant.",
    wrong="Enter the redirect URL `https://staging.example.com/callback`.",
    right="Enter the redirect URL `https://app.example.com/callback`.",
)
REDIRECT_URLS_DISAGREE = Rule(
    "redirect-urls-disagree",
    Severity.WARNING,
    "Two redirect URLs differ in form, by a slip, or only in their host or the provider that they name.",
    "Providers compare them character by character, so one of the two fails. In form means: case, a slash at the end, "
    "the scheme. Hosts are compared where two parts of a guide tell to register the same path; the provider is named "
    "between `oauth2` and `callback`.",
    wrong="Enter the redirect URL `https://app.example.com/callback`.\n\n"
    "Then enter the redirect URL `https://app.example.com/callback/`.",
    right="Enter the redirect URL `https://app.example.com/callback`.",
    reference="RFC 9700, section 2.1",
)
LINK_TEXT_IS_OTHER_URL = Rule(
    "link-text-is-other-url",
    Severity.WARNING,
    "The text of a link is another URL than its target.",
    "A reader copies what is shown and opens what is not.",
    wrong="[https://a.example/callback](https://b.example/callback)",
    right="`https://a.example/callback`",
)
