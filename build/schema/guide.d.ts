// urn:guidec:schema:guide:1

/** A setup guide as data. */
export interface Guide {
  /** Changes when a field is removed or retyped. */
  schema_version: "1";
  /** The path below the content root without suffix. */
  id: string;
  /** Whom it is for. */
  kind: GuideKind;
  /** The title as plain text; empty where the guide has none. */
  title: string;
  /** What the guide is about, in a sentence or two of plain text. */
  description: string | null;
  /**
   * The description as canonical CommonMark where it holds more than plain text: a link, code; null
   * otherwise.
   */
  description_markdown: string | null;
  /** The product that it connects to, where the guide names one. */
  provider: Provider | null;
  /** How the connection authenticates, where the guide says so. */
  auth: Auth | null;
  /** The file behind it. */
  source: GuideSource;
  /** What a reader can choose from. */
  actions: Action[];
  /** What stands above the first section. */
  intro: Block[];
  /** The sections in order. */
  sections: Section[];
  /** Every admonition, in reading order. */
  admonitions: AdmonitionRef[];
  /** Every redirect URL to register, once, in reading order. */
  redirect_urls: RedirectUrl[];
  /** Every link, in reading order. */
  links: Link[];
  /** Every value that the reader copies or fills in, once, in reading order. */
  credentials: Credential[];
  /** Every value that the reader types into the provider's form, in reading order. */
  settings: Setting[];
  /** Every image, in reading order. */
  images: Image[];
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

/** The file that the guide was compiled from. */
export interface GuideSource {
  /** Relative to the content root, with forward slashes. */
  path: string;
  /** Hash of the file's bytes. */
  sha256: string;
  /** The documentation system that it is written for. */
  dialect: string;
  /**
   * Where title and description come from: YAML frontmatter, or the heading and quotation of an
   * exported page.
   */
  cover: "frontmatter" | "exported" | "none";
  /** Everything in the frontmatter but title and description. */
  frontmatter: Record<string, JsonValue>;
  /** The Markdown of the index quotation that an exported page starts with. */
  preamble: string | null;
  /**
   * How the file spells what its dialect usually spells in another way: `scopes` is what separates
   * scopes, `show_scopes` says that a step lists them, `code` is `html` where code among words is
   * `<code>`, `nested_list` is `plain` where a list in a list of a section has no style.
   */
  spelling: Record<string, string>;
  /** The import and export statements that stay in the guide, as source text. */
  esm: string[];
}

/** Any JSON value. */
export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;

/** A JSON object. */
export interface JsonObject extends Record<string, JsonValue> {}

/** Something that the connection can be used for, and the scopes that it needs. */
export interface Action {
  /** The author's id. */
  id: string;
  /** What a reader sees. */
  label: string;
  /** The OAuth scopes that it needs (RFC 6749, section 3.3). */
  scopes: string[];
}

/**
 * One of `ParagraphBlock`, `HeadingBlock`, `ListBlock`, `CodeBlock`, `ImageBlock`, `TableBlock`,
 * `QuoteBlock`, `DividerBlock`, `FootnoteBlock`, `ExpressionBlock`, `AdmonitionBlock`, `TabsBlock`,
 * `AccordionBlock`, `ComponentBlock`, `StepsBlock`, told apart by `type`.
 */
export type Block =
  | ParagraphBlock
  | HeadingBlock
  | ListBlock
  | CodeBlock
  | ImageBlock
  | TableBlock
  | QuoteBlock
  | DividerBlock
  | FootnoteBlock
  | ExpressionBlock
  | AdmonitionBlock
  | TabsBlock
  | AccordionBlock
  | ComponentBlock
  | StepsBlock;

/** A paragraph. */
export interface ParagraphBlock {
  /** Tells the block apart. */
  type: "paragraph";
  /** Plain text: entities decoded, white space collapsed. */
  text: string;
  /** The same as canonical CommonMark. */
  markdown: string;
  /** The components among the words, such as an icon or a badge, in reading order. */
  components: InlineComponent[];
}

/** A component among the words of a line; its content is part of the line's text and Markdown. */
export interface InlineComponent {
  /** The component's name. */
  name: string | null;
  /**
   * Its attributes: strings decoded, literals evaluated, other expressions as source text in
   * braces.
   */
  attributes: Record<string, JsonValue>;
  /** Where its content starts in the line's Markdown, in Unicode code points from 0. */
  start: number;
  /** Where its content ends there; the same as `start` where it has none. */
  end: number;
}

/** A heading that opens no section, such as one inside a step. */
export interface HeadingBlock {
  /** Tells the block apart. */
  type: "heading";
  /** 1 to 6. */
  depth: number;
  /** Plain text. */
  text: string;
  /** The same as canonical CommonMark. */
  markdown: string;
  /** The components among the words, such as an icon or a badge, in reading order. */
  components: InlineComponent[];
  /** What is written behind it for the documentation system, as written: `{#id}`, `[!toc]`. */
  marks: string[];
}

/** An ordered or bullet list. */
export interface ListBlock {
  /** Tells the block apart. */
  type: "list";
  /** Whether the items are numbered. */
  ordered: boolean;
  /** The first number of an ordered list; null for a bullet list. */
  start: number | null;
  /** The items in order. */
  items: ListItem[];
}

/**
 * One item of a list: its first paragraph as `text` and `markdown`, whatever follows as `content`.
 */
export interface ListItem {
  /** Plain text of the first paragraph; empty where the item does not start with one. */
  text: string;
  /** The same as canonical CommonMark. */
  markdown: string;
  /** The components among the words, such as an icon or a badge, in reading order. */
  components: InlineComponent[];
  /** What stands below the first paragraph: nested lists, code, images, callouts. */
  content: Block[];
  /** Whether the author says that it may be left out: "(Optional)", "Optionally". */
  optional: boolean;
  /** Whether a task list item is ticked; null for an ordinary item. */
  checked: boolean | null;
}

/** A block of code or other preformatted text. */
export interface CodeBlock {
  /** Tells the block apart. */
  type: "code";
  /** The code, character for character. */
  value: string;
  /** The language, as the author named it. */
  lang: string | null;
  /** The rest of the info string, such as a file name. */
  meta: string | null;
}

/** An image that stands by itself. */
export interface ImageBlock {
  /** Tells the block apart. */
  type: "image";
  /** As written: absolute, or relative to the site or the guide. */
  url: string;
  /** The alternative text; empty where the author gave none. */
  alt: string;
  /** The title, where there is one. */
  title: string | null;
  /** The caption of a frame around it, as plain text. */
  caption: string | null;
  /**
   * The caption as canonical CommonMark where it holds more than plain text: a link, code; null
   * otherwise.
   */
  caption_markdown: string | null;
}

/** A table with a head row. */
export interface TableBlock {
  /** Tells the block apart. */
  type: "table";
  /** How each column is aligned; null where nothing is said. */
  align: ("left" | "right" | "center" | null)[];
  /** The head row. */
  head: TableCell[];
  /** The rows below the head; one may have fewer cells than the head, or more. */
  rows: TableCell[][];
}

/** A cell of a table. */
export interface TableCell {
  /** Plain text. */
  text: string;
  /** The same as canonical CommonMark. */
  markdown: string;
  /** The components among the words, such as an icon or a badge, in reading order. */
  components: InlineComponent[];
}

/** A block quotation. */
export interface QuoteBlock {
  /** Tells the block apart. */
  type: "quote";
  /** What is quoted. */
  content: Block[];
}

/** A thematic break between paragraphs. */
export interface DividerBlock {
  /** Tells the block apart. */
  type: "divider";
}

/** A footnote. */
export interface FootnoteBlock {
  /** Tells the block apart. */
  type: "footnote";
  /** What references name it by. */
  label: string;
  /** What it says. */
  content: Block[];
}

/** A JavaScript expression that guidec does not evaluate. */
export interface ExpressionBlock {
  /** Tells the block apart. */
  type: "expression";
  /** The source between the braces. */
  value: string;
}

/** A callout: a component, directive or alert marker that sets text apart. */
export interface AdmonitionBlock {
  /** Tells the block apart. */
  type: "admonition";
  /** How urgent it is. */
  kind: AdmonitionKind;
  /** Its title as plain text, where the author gave one. */
  title: string | null;
  /** Plain text of its whole body, blocks joined by one space. */
  text: string;
  /** Its body. */
  content: Block[];
  /** The author's own spelling: `Warning`, `Callout type=warn`, `:::caution`, `[!NOTE]`. */
  component: string;
  /** The id that its author gave it, for links to lead to; null where there is none. */
  anchor: string | null;
}

/** How urgent an admonition is. */
export type AdmonitionKind = "note" | "tip" | "info" | "success" | "warning" | "danger";

/** A set of tabs, of which a reader looks at one. */
export interface TabsBlock {
  /** Tells the block apart. */
  type: "tabs";
  /** The tabs in order. */
  tabs: TabItem[];
}

/** One tab of a set. */
export interface TabItem {
  /** What the tab is called. */
  title: string | null;
  /** What it shows. */
  content: Block[];
  /** The id that its author gave it, for links to lead to; null where there is none. */
  anchor: string | null;
}

/** Content that a reader may unfold. */
export interface AccordionBlock {
  /** Tells the block apart. */
  type: "accordion";
  /** What it is called. */
  title: string | null;
  /** What it holds. */
  content: Block[];
  /** The id that its author gave it, for links to lead to; null where there is none. */
  anchor: string | null;
}

/** A component that guidec knows no meaning for; nothing of it is lost. */
export interface ComponentBlock {
  /** Tells the block apart. */
  type: "component";
  /** The component's name; null for a fragment. */
  name: string | null;
  /**
   * Its attributes: strings decoded, literals evaluated, other expressions as source text in
   * braces.
   */
  attributes: Record<string, JsonValue>;
  /** What stands between its tags. */
  content: Block[];
  /**
   * What stands between its tags as canonical MDX, where that is HTML for a script of the page, as
   * in a selector of actions; `content` is empty then, as every target has a selector of its own.
   */
  markup: string | null;
}

/** Steps inside a step, a callout or another block. */
export interface StepsBlock {
  /** Tells the block apart. */
  type: "steps";
  /** The steps in order. */
  steps: Step[];
}

/** One thing for the reader to do. */
export interface Step {
  /** A slug, unique in the guide, stable when other parts change. */
  id: string;
  /** The title as plain text; null for the items of a plain list. */
  title: string | null;
  /**
   * The title as canonical CommonMark where it is a heading that holds more than plain text; null
   * otherwise.
   */
  title_markdown: string | null;
  /**
   * The level of the heading that is its title; null where an attribute is, and for a step without
   * a title.
   */
  title_level: number | null;
  /** The components among the words, such as an icon or a badge, in reading order. */
  title_components: InlineComponent[];
  /**
   * What is written behind the heading for the documentation system, as written: `{#id}`, `[!toc]`.
   */
  marks: string[];
  /** The id that its author gave it, for links to lead to; null where there is none. */
  anchor: string | null;
  /** Plain text of the whole body without the title: blocks joined by one space. */
  text: string;
  /**
   * The OAuth scopes that the step is for; it applies where a chosen action needs one of them, or
   * always if empty.
   */
  scopes: string[];
  /** Whether the scopes to grant are to be listed in this step. */
  show_scopes: boolean;
  /** Whether the author says that it may be left out. */
  optional: boolean;
  /** The body. */
  content: Block[];
  /** `list` for an item of a plain numbered list in a guide without step components. */
  origin: "component" | "list";
  /** Where it stands. */
  position: Place;
}

/** A stretch of a file (unist `Position`). */
export interface Place {
  /** Where it starts. */
  start: Point;
  /** Where it ends; the character there is no longer part of it. */
  end: Point;
  /** The snippet that it stands in, relative to the content root; null for the guide's own file. */
  path: string | null;
}

/** A place between two characters of a file (unist `Point`). */
export interface Point {
  /** Line, counted from 1. */
  line: number;
  /** Column in Unicode code points, counted from 1. */
  column: number;
  /** Unicode code points from the start of the file, counted from 0. */
  offset: number;
}

/** A part of the guide under a heading, in a tab or in an accordion; its steps are one run. */
export interface Section {
  /** A slug, unique in the guide, stable when other parts change. */
  id: string;
  /** The heading as plain text; null where prose and more steps follow a run of steps. */
  title: string | null;
  /**
   * The heading as canonical CommonMark where it holds more than plain text: a link, code; null
   * otherwise.
   */
  title_markdown: string | null;
  /**
   * What is written behind the heading for the documentation system, as written: `{#id}`, `[!toc]`.
   */
  marks: string[];
  /** The id that its author gave it, for links to lead to; null where there is none. */
  anchor: string | null;
  /** The components among the words, such as an icon or a badge, in reading order. */
  title_components: InlineComponent[];
  /** The heading's level, or one more than the section around it. */
  level: number;
  /** What makes it a section. */
  kind: "section" | "tab" | "accordion";
  /** Whether a Markdown heading or a component opens it, or the prose between two runs of steps. */
  origin: "heading" | "component" | "implied";
  /**
   * The element that opens it, where that is another than the dialect's own for sections: `div`.
   */
  component: string | null;
  /**
   * What that element says: `data-whitelabel-hide` where a page without StackOne's brand leaves the
   * section out.
   */
  attributes: Record<string, JsonValue>;
  /**
   * The OAuth scopes that it is for: it applies where a chosen action needs one of them, always if
   * there are none.
   */
  scopes: string[];
  /** What stands above the steps. */
  intro: Block[];
  /** The steps in order. */
  steps: Step[];
  /**
   * The number of the first step, where a list goes on behind other content and begins with another
   * than 1.
   */
  first_number: number | null;
  /** What stands below the steps. */
  outro: Block[];
  /** The sections inside it, after its own content. */
  sections: Section[];
  /** Where it stands. */
  position: Place;
}

/** An admonition anywhere in the guide. */
export interface AdmonitionRef {
  /** The id of the innermost section around it; null above the first section. */
  section: string | null;
  /** The id of the innermost step around it; null outside steps. */
  step: string | null;
  /** Where it stands in the source. */
  position: Place;
  /** How urgent it is. */
  kind: AdmonitionKind;
  /** Its title as plain text. */
  title: string | null;
  /** Plain text of its whole body. */
  text: string;
  /** The author's own spelling. */
  component: string;
}

/** A URL that the reader is told to register at the provider (RFC 6749, section 3.1.2). */
export interface RedirectUrl {
  /** The id of the innermost section around it; null above the first section. */
  section: string | null;
  /** The id of the innermost step around it; null outside steps. */
  step: string | null;
  /** Where it stands in the source. */
  position: Place;
  /** The URL itself, without quotes or trailing punctuation. */
  url: string;
  /** What the guide calls it: "App redirect URL". */
  label: string | null;
}

/** A link in the text. */
export interface Link {
  /** The id of the innermost section around it; null above the first section. */
  section: string | null;
  /** The id of the innermost step around it; null outside steps. */
  step: string | null;
  /** Where it stands in the source. */
  position: Place;
  /** As written: absolute, or relative to the site or the guide. */
  url: string;
  /** Plain text of the link. */
  text: string;
  /** The title, where there is one. */
  title: string | null;
}

/** What the reader copies out of the provider, or must fill in: a client ID, a secret, a domain. */
export interface Credential {
  /** The id of the innermost section around it; null above the first section. */
  section: string | null;
  /** The id of the innermost step around it; null outside steps. */
  step: string | null;
  /** Where it stands in the source. */
  position: Place;
  /** As the guide writes it: "Client ID". */
  label: string;
  /** The label in snake_case: `client_id`; unique in the guide. */
  key: string;
  /** Whether it must be kept secret. */
  secret: boolean;
  /** Whether it may be left out. */
  optional: boolean;
  /** What the guide says about its value. */
  hint: string | null;
}

/** What the reader types into the provider's form. */
export interface Setting {
  /** The id of the innermost section around it; null above the first section. */
  section: string | null;
  /** The id of the innermost step around it; null outside steps. */
  step: string | null;
  /** Where it stands in the source. */
  position: Place;
  /** The form field: "App name". */
  label: string;
  /** Exactly what to type, where the guide says so. */
  value: string | null;
  /** What to type, in words, where no exact value is given. */
  hint: string | null;
  /** Whether it may be left out. */
  optional: boolean;
}

/** An image anywhere in the guide. */
export interface Image {
  /** The id of the innermost section around it; null above the first section. */
  section: string | null;
  /** The id of the innermost step around it; null outside steps. */
  step: string | null;
  /** Where it stands in the source. */
  position: Place;
  /** As written. */
  url: string;
  /** The alternative text; empty where the author gave none. */
  alt: string;
  /** The title, where there is one. */
  title: string | null;
}
