"""Connector files for tests: a guide about Box, and the connector that fits it."""

from __future__ import annotations

GUIDE = """---
title: Box OAuth 2.0 connector profile – StackOne setup guide
description: Set Box up.
---

<Warning>Only admins can do this.</Warning>

<section data-guide-section data-guide-scopes="">
  <h2>Register an app</h2>

  <Steps>
    <Step title="Fill in the form">
      <div data-guide-step data-guide-scopes="" data-guide-display-scopes-list="">
        <ul>
          <li>App name: `Example`</li>
          <li>Redirect URL: `https://api.stackone.com/connect/oauth2/box/callback`</li>
          <li>Copy the <strong>Client ID</strong> and the <strong>Client Secret</strong>.</li>
        </ul>
      </div>
    </Step>
  </Steps>
</section>

## Creating the StackOne Connector Profile

<Steps>
  <Step title="Create New Connector Profile">
    Open [Connector Profiles](https://app.stackone.com/connector_profiles).

    <ul>
      <li>Select <strong>Type</strong> as <strong>OAuth 2.0</strong></li>

      <li>
        Fill out the fields:

        <ul>
          <li><strong>Client ID</strong></li>
          <li><strong>Client Secret</strong></li>
        </ul>
      </li>
    </ul>
  </Step>
</Steps>
"""

CONNECTOR = """\
# The connector for Box, kept by hand.
StackOne: 1.0.0
info:
  title: Box Files # not what the provider is called
  key: box_files
baseUrl: https://api.box.com

authentication:
  # the only way
  - oauth2:
      type: oauth2
      label: OAuth 2.0 # as the dashboard shows it
      support:
        link: https://docs.example.com/box
      setupFields:
        - key: clientId
          label: Client ID
          type: text
          required: true
          secret: false
          placeholder: box_123 # made up
        - key: clientSecret
          label: Client Secret
          type: password
          required: true
          secret: true
      authorization:
        type: oauth2
        authorizationUrl: https://account.box.com/api/oauth2/authorize
        authorizationParams:
          response_type: code
          client_id: $.credentials.clientId
          redirect_uri: ${apiHostUri}/connect/oauth2/box/callback
        tokenUrl: https://api.box.com/oauth2/token
      environments: [{key: production, name: Production}]

# One file for each resource.
actions:
  $ref: box.files
  $ref: box.users
"""
