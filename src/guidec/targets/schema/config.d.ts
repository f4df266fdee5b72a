// urn:guidec:schema:config:1

/** The configuration of a connector profile; `${NAME}` stands for what the environment holds. */
export interface Config {
  /** Changes when a field is removed or retyped. */
  schema_version: "1";
  /** The id of the guide that explains every value. */
  guide: string;
  /** The product that the profile connects to. */
  provider?: Provider;
  /** How the connection authenticates. */
  auth?: Auth;
  /** The URL that is registered at the provider (RFC 6749, section 3.1.2). */
  redirect_url?: string;
  /** What the provider hands out, by key: `client_id`, `client_secret`. */
  credentials?: Record<string, string>;
  /** The ids of the actions to enable; all of them where none is named. */
  actions?: string[];
  /** The OAuth scopes that are granted at the provider (RFC 6749, section 3.3). */
  scopes?: string[];
  /** What is typed into the provider's form, by form field. */
  settings?: Record<string, string>;
}

/** The product that the guide connects to. */
export interface Provider {
  /** As the guide writes it: "ClickUp". */
  name: string;
  /** The name as a slug: `clickup`. */
  key: string;
}

/** How the guide's connection authenticates. */
export interface Auth {
  /** As the guide writes it: "OAuth 2.0". */
  label: string;
  /** What that means. */
  method: AuthMethod;
}

/** How a connector authenticates at the provider. */
export type AuthMethod =
  | "oauth2"
  | "oauth2_client_credentials"
  | "api_key"
  | "basic"
  | "token"
  | "custom";
