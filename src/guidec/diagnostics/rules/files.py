"""Rules about files: what can be read, and what can be written."""

from __future__ import annotations

from guidec.diagnostics.rule import Rule, Severity

INVALID_ENCODING = Rule(
    "invalid-encoding",
    Severity.ERROR,
    "A file is not UTF-8 text.",
    "guidec reads UTF-8, with or without a byte order mark, so that every reader sees the same characters. "
    "Save the file as UTF-8; the message names the byte or the mark that is none.",
    reference="RFC 3629",
)

FILE_TOO_LARGE = Rule(
    "file-too-large",
    Severity.ERROR,
    "A file is larger than the limit.",
    "A guide is some kilobytes of text. A file over the limit is refused without being read; "
    "split the guide, or raise `file_size` under `[limits]` in the configuration.",
)

UNREADABLE_FILE = Rule(
    "unreadable-file",
    Severity.ERROR,
    "A file or folder cannot be read.",
    "It is missing, guidec has no permission to read it, or the disk failed. All other guides are still compiled.",
)

NOT_A_REGULAR_FILE = Rule(
    "not-a-regular-file",
    Severity.ERROR,
    "A folder, pipe, socket or device stands where a file is expected.",
    "guidec reads regular files only: reading anything else could wait for ever or have effects.",
)

OUTSIDE_CONTENT_ROOT = Rule(
    "outside-content-root",
    Severity.ERROR,
    "A path or symbolic link leads out of the content root.",
    "A build may run on a stranger's pull request, so nothing outside the content root (and the configured docs root) "
    "is read. Put the file under the content root, or set `docs_root` in the configuration.",
)

SYMLINKED_FOLDER = Rule(
    "symlinked-folder",
    Severity.WARNING,
    "A symbolic link to a folder is not followed.",
    "Its guides would be compiled twice or for ever. Put the folder itself under the content root.",
)

INVALID_FILE_NAME = Rule(
    "invalid-file-name",
    Severity.ERROR,
    "A file name is not UTF-8 text, or holds a control character.",
    "The path of a guide is its id in every output, so it must be text of one line on every machine. Rename the file.",
)

OUTPUT_COLLISION = Rule(
    "output-collision",
    Severity.ERROR,
    "Two guides would write the same file.",
    "Outputs are named after the guide's path without suffix. Guides that differ in suffix or in case alone, or whose "
    "output would be another's folder, would overwrite each other on some machine, so neither is written. Rename one.",
    wrong="okta.mdx beside Okta.mdx, or okta.mdx beside okta.md",
    right="okta.mdx beside okta-scim.mdx",
)

INDEX_PAGE_TAKEN = Rule(
    "index-page-taken",
    Severity.WARNING,
    "A guide at the top of the content root is named `index`.",
    "Its checklist is `html/index.html`, where the page of all guides would stand, so there is no such page. "
    "Rename the guide, or exclude it in the configuration, to have one.",
    wrong="content/index.mdx",
    right="content/start.mdx",
)

OUTPUT_FOLDER = Rule(
    "output-folder",
    Severity.INFO,
    "A folder below the content root holds what another build wrote.",
    "Its pages are made from guides and are none themselves, so nothing in it is compiled. It is known by its "
    "`manifest.json`, as guidec writes it, or its `.guidec-cache` folder. If it holds guides of your own, move these "
    "out; if it is no longer needed, remove it.",
)

UNWRITABLE_OUTPUT = Rule(
    "unwritable-output",
    Severity.ERROR,
    "An output cannot be written.",
    "The output folder is missing and cannot be made, guidec has no permission to write there, the disk is full, or a "
    "symbolic link or folder stands in the way: guidec never writes through a link inside its output folder.",
)

INTERNAL_ERROR = Rule(
    "internal-error",
    Severity.ERROR,
    "guidec itself failed on this guide.",
    "This is a defect of guidec, not of the guide: please report it with the guide. All other guides are "
    "still compiled.",
)

TOO_MANY_PROBLEMS = Rule(
    "too-many-problems",
    Severity.INFO,
    "A guide, or a run, has more problems than are reported.",
    "The first problems are shown, errors before all others; mend them and run guidec again.",
)
