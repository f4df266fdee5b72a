"""The guide that `guidec init` puts into a project that has none."""

from __future__ import annotations

STARTER_FILE = "first-guide.mdx"
STARTER = """\
---
title: Connect Acme
description: Register an app at Acme and hand its credentials over.
---

Replace this guide with your own. Headings make sections, a numbered list makes steps.

## Register the app

1. **Open the developer console.** Sign in to Acme as an administrator.
2. **Create an app.** Press **New app** and enter the redirect URL `https://app.acme-integrations.com/oauth/callback`.
3. **Keep the credentials.** Copy the **Client ID** and the **Client Secret**.

## Connect

1. **Enter the credentials.** Paste the **Client ID** and the **Client Secret** into the form, and press **Connect**.
"""
