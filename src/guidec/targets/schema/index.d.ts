// urn:guidec:schema:index:1

/** The catalogue of all guides: `index.json`. */
export interface Catalogue {
  /** Changes when a field is removed or retyped. */
  schema_version: "1";
  /** Every guide, by path. */
  guides: CatalogueEntry[];
}

/** What a reader or tool needs to choose a guide without opening it. */
export interface CatalogueEntry {
  /** The guide's id: its path below the content root without suffix. */
  id: string;
  /** Whom the guide is for. */
  kind: GuideKind;
  /** The title as plain text; empty where the guide has none. */
  title: string;
  /** What the guide is about. */
  description: string | null;
  /** The product that it connects to. */
  provider: Provider | null;
  /** How the connection authenticates. */
  auth: Auth | null;
  /** The source file, relative to the content root. */
  path: string;
  /** Hash of the source file's bytes. */
  sha256: string;
  /** How many steps it has, nested ones included. */
  steps: number;
  /** How many boxes its checklist has: one for each step, one for each list item in a step. */
  boxes: number;
}

/** Whom a guide is for. */
export type GuideKind = "connector-profile" | "account-link" | "guide";

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
