"""Variables of the environment as credentials."""

from __future__ import annotations

import pytest

from compiling import guide_of

PAGE = "# Acme\n\nSign in with Acme.\n\n## {}\n\n```{}\n{}\n```\n\n{}\n"


def found(code: str, title: str = "Do", info: str = "bash", text: str = "") -> list[tuple[str, bool]]:
    guide = guide_of(PAGE.format(title, info, code, text))
    return [(credential.label, credential.secret) for credential in guide.credentials]


ID, SECRET = ("ACME_ID", False), ("ACME_SECRET", True)


@pytest.mark.parametrize(
    ("code", "credentials"),
    [
        ("ACME_ID=\nACME_SECRET=", [ID, SECRET]),
        ('# From the console\nexport ACME_ID="<your ID>"\n\nexport ACME_SECRET = "..."', [ID, SECRET]),
        ("ACME_ID=1234\nACME_SECRET=abc # comment", [ID, SECRET]),
        ("ACME_SECRET=x\nACME_ISSUER=", [SECRET, ("ACME_ISSUER", False)]),
        ("ACME_SECRET=x\nACME_ISSUER=https://acme.example", [SECRET]),
        ("ACME_SECRET=x\nACME_COLOUR=", [SECRET]),
        ("ACME_ID=Your (client) ID\nACME_SECRET=your_secret # secret", [ID, SECRET]),
        # Not only a list of variables.
        ("ACME_SECRET=x\nnpm start", []),
        ("ACME_SECRET=x npm start", []),
        ("const ACME_SECRET = process.env.ACME_SECRET", []),
        ("SECRET=x", []),
    ],
)
def test_should_find_variables_to_fill_in(code: str, credentials: list[tuple[str, bool]]) -> None:
    assert found(code) == credentials


def test_should_take_names_without_values_for_variables_only_where_the_text_says_so() -> None:
    assert found("ACME_ID\nACME_SECRET", title="Environment variables", info="") == [ID, SECRET]
    assert found("ACME_ID\nACME_SECRET", title="Events", info="") == []


@pytest.mark.parametrize(
    ("text", "credentials"),
    [
        ("Copy the **Client ID** and the **Client Secret**.", ["Client ID", "Client Secret"]),
        ("Copy the **API key**.", ["ACME_ID", "API key"]),
        ("Press **Save**.", ["ACME_ID", "ACME_SECRET"]),
        # A variable in a sentence is one more of them.
        ("Copy the value into `ACME_SIGNING_SECRET`.", ["ACME_ID", "ACME_SECRET", "ACME_SIGNING_SECRET"]),
    ],
)
def test_should_take_no_variable_for_what_the_text_names(text: str, credentials: list[str]) -> None:
    assert [label for label, _ in found("ACME_ID=\nACME_SECRET=", text=text)] == credentials


TABLE = "| Environment variable | Type |\n| - | - |\n| `ACME_ID` | Required |\n| `ACME_SECRET` | Required |\n"
LIST = "Set these {}:\n\n- `ACME_ID`: of the app\n- `ACME_SECRET`: of the app\n- `ACME_COLOUR`: yours\n"


@pytest.mark.parametrize(
    ("text", "credentials"),
    [
        (TABLE, ["ACME_ID", "ACME_SECRET"]),
        (TABLE.replace("ACME_SECRET", "ACME_ISSUER"), ["ACME_ID", "ACME_ISSUER"]),
        (TABLE.replace("Environment variable", "Event"), []),
        (LIST.format("environment variables"), ["ACME_ID", "ACME_SECRET"]),
        (LIST.format("options"), []),
        (
            TABLE.replace("ACME_SECRET", "ACME_ISSUER") + "\nCopy the **Issuer URL**.",
            ["ACME_ID", "Issuer URL"],
        ),
        (
            LIST.format("environment variables") + "\nCopy the **Client Secret**.\n",
            ["ACME_ID", "Client Secret"],
        ),
    ],
)
def test_should_read_variables_in_tables_and_lists(text: str, credentials: list[str]) -> None:
    assert [credential.label for credential in guide_of(f"# T\n\n## S\n\n{text}").credentials] == credentials


PROGRAM = "connect({\n  clientId: process.env.ACME_ID as string, // yours\n  'client_secret': os.getenv('ACME_SECRET'),\n})"
REGISTERS = "Set the redirect URL to `https://relay.example/callback`."


@pytest.mark.parametrize(
    ("code", "text", "credentials"),
    [
        (PROGRAM, REGISTERS, [ID, SECRET]),
        (PROGRAM, "Press **Save**.", []),
        (PROGRAM, f"{REGISTERS} Copy the **Client Secret**.", [ID, ("Client Secret", True)]),
        (PROGRAM, f"{REGISTERS}\n\n```\nACME_APP_ID=\n```\n", [("ACME_APP_ID", False)]),
        ("secret: process.env.ACME_SECRET", REGISTERS, []),
        ("url: process.env.ACME_ID", REGISTERS, []),
        ("clientId: 'ACME_ID'", REGISTERS, []),
    ],
)
def test_should_read_the_variables_of_a_program_where_nothing_else_names_them(
    code: str, text: str, credentials: list[tuple[str, bool]]
) -> None:
    assert found(code, info="ts", text=text) == credentials


def test_should_not_call_a_way_to_authenticate_like_a_variable() -> None:
    guide = guide_of(PAGE.format("Do", "bash", "ACME_API_KEY=", ""), "acme.mdx")
    assert guide.auth is not None
    assert (guide.auth.label, guide.auth.method) == ("API key", "api_key")


def test_should_place_a_variable_in_its_line() -> None:
    (credential,) = guide_of("# T\n\n```bash\n# One\nACME_TOKEN=x\n```\n").credentials
    assert credential.position.start.line == 5
