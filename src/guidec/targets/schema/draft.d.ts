// urn:guidec:schema:draft:1

/** A guide as a person writes it by hand; whatever can be derived is left out. */
export interface Draft {
  /** What is said first: paragraphs, tables, images, code, as Markdown. */
  text?: string;
  /** What the reader must not get wrong: a callout each. */
  dangers?: string[];
  /** What to look out for: a callout each. */
  warnings?: string[];
  /** What is good to know: a callout each. */
  notes?: string[];
  /** What helps: a callout each. */
  tips?: string[];
  /**
   * Whom it is for: an admin who sets the connection up, a user who links an account, or anyone
   * else.
   */
  kind?: "connector-profile" | "account-link" | "guide";
  /** The product that the guide connects to: "Smartsheet". */
  provider?: string;
  /** How the connection authenticates: "OAuth 2.0", "API key". */
  auth?: string;
  /** The URL to register at the provider. */
  redirect_url?: string;
  /** The title; left out, it is made of provider, way to authenticate and kind. */
  title?: string;
  /** What the guide is about, in a sentence or two of plain text. */
  description?: string;
  /** What a reader can choose from, and the scopes that each needs. */
  actions?: Action[];
  /** The sections in order. */
  sections?: DraftSection[];
}

/** Something that the connection can be used for, and the scopes that it needs. */
export interface Action {
  /** The author's id. */
  id: string;
  /** What a reader sees. */
  label: string;
  /** The OAuth scopes that it needs (RFC 6749, section 3.3). */
  scopes?: string[];
}

/** A part of the guide under a heading. */
export interface DraftSection {
  /** What is said first: paragraphs, tables, images, code, as Markdown. */
  text?: string;
  /** What the reader must not get wrong: a callout each. */
  dangers?: string[];
  /** What to look out for: a callout each. */
  warnings?: string[];
  /** What is good to know: a callout each. */
  notes?: string[];
  /** What helps: a callout each. */
  tips?: string[];
  /** The heading. */
  title: string;
  /**
   * The OAuth scopes that it is for: it applies where a chosen action needs one of them, always if
   * there are none.
   */
  scopes?: string[];
  /** The steps in order. */
  steps?: DraftStep[];
  /** The sections inside it. */
  sections?: DraftSection[];
}

/** One thing for the reader to do. */
export interface DraftStep {
  /** What is said first: paragraphs, tables, images, code, as Markdown. */
  text?: string;
  /** What the reader must not get wrong: a callout each. */
  dangers?: string[];
  /** What to look out for: a callout each. */
  warnings?: string[];
  /** What is good to know: a callout each. */
  notes?: string[];
  /** What helps: a callout each. */
  tips?: string[];
  /** What to do, in a few words. */
  title: string;
  /** The single instructions, as a list. */
  items?: (string | DraftItem)[];
  /** What to type into the provider's form: the name of each field, and its value exactly. */
  settings?: Record<string, string>;
  /** What to copy, by the names that the provider has for it: "Client ID". */
  credentials?: string[];
  /** The OAuth scopes that the step is for: it applies where a chosen action needs one of them. */
  scopes?: string[];
  /** Whether the scopes to grant are to be listed in this step. */
  show_scopes?: boolean;
}

/** An item of a list that has items of its own. */
export interface DraftItem {
  /** What the item says, as Markdown. */
  text: string;
  /** The items below it. */
  items?: (string | DraftItem)[];
}
