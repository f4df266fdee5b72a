// urn:guidec:schema:connector:1

/** The part of a connector file that a guide feeds. */
export interface Connector {
  /** The ways to authenticate; a guide is about one. */
  authentication: AuthenticationEntry[];
}

/** One way to authenticate, under the key that is its type. */
export interface AuthenticationEntry {
  /** OAuth 2.0. */
  oauth2?: Authentication;
  /** Anything else. */
  custom?: Authentication;
}

/** One way to authenticate. */
export interface Authentication {
  /** `custom` is everything but OAuth 2.0: API key, basic, token. */
  type: "oauth2" | "custom";
  /** What a guide says to choose under "Type". */
  label?: string;
  /** The grant, where it is not the authorization code (RFC 6749, section 4.4). */
  grantType?: "client_credentials";
  /** Help for those who set the connection up. */
  support: Support;
  /** What the admin fills in who sets up the connector profile. */
  setupFields?: ConnectorField[];
  /** What the user fills in who links an account. */
  configFields?: ConnectorField[];
  /** How requests are authorized, as far as a guide says. */
  authorization?: Authorization;
  /** The provider's environments. */
  environments: Environment[];
}

/** Help for those who set the connection up. */
export interface Support {
  /** The URL of the rendered guide. */
  link?: string;
  /** What to know before anything else, as plain text. */
  description?: string;
  /** The guides themselves. */
  guides: ConnectorGuides;
}

/** The guides of one way to authenticate. */
export interface ConnectorGuides {
  /** For the admin who sets up the connector profile. */
  setup?: ConnectorGuide;
  /** For the user who links an account. */
  config?: ConnectorGuide;
}

/** A guide embedded in a connector file. */
export interface ConnectorGuide {
  /** What to know before anything else, as Markdown. */
  warning?: string;
  /** Its sections in order. */
  sections: ConnectorSection[];
}

/** A section of an embedded guide. */
export interface ConnectorSection {
  /** Its heading, as plain text. */
  title: string;
  /** What stands above its steps, as Markdown. */
  content?: string;
  /** Its steps in order. */
  steps?: ConnectorStep[];
  /** The OAuth scopes that the section is for. */
  scopes?: string[];
}

/** A step of an embedded guide. */
export interface ConnectorStep {
  /** What to do, as plain text. */
  title: string;
  /** The step's prose, as Markdown. */
  content?: string;
  /** Its list items, as Markdown; nested ones follow their parent. */
  list?: string[];
  /** The OAuth scopes that the step is for. */
  scopes?: string[];
}

/** A value to fill in. */
export interface ConnectorField {
  /** The name by which expressions know it: `$.credentials.clientId`. */
  key: string;
  /** What the form calls it. */
  label: string;
  /** How the form shows it. */
  type: "text" | "password";
  /** Whether it must be filled in. */
  required: boolean;
  /** Whether it must be kept secret. */
  secret: boolean;
}

/** One of `OAuth2Authorization`, `BasicAuthorization`, told apart by `type`. */
export type Authorization = OAuth2Authorization | BasicAuthorization;

/** How requests are authorized with OAuth 2.0. */
export interface OAuth2Authorization {
  /** The kind of authorization. */
  type: "oauth2";
  /** The parameters of the authorization request. */
  authorizationParams: AuthorizationParams;
}

/** The parameters of the authorization request (RFC 6749, section 4.1.1). */
export interface AuthorizationParams {
  /** Asks for an authorization code. */
  response_type: "code";
  /** The expression that gives the client ID. */
  client_id?: string;
  /** Where the provider sends the user back to. */
  redirect_uri?: string;
}

/** How requests are authorized with a user name and password (RFC 7617). */
export interface BasicAuthorization {
  /** The kind of authorization. */
  type: "basic";
  /** The expression that gives the user name. */
  username: string;
  /** The expression that gives the password. */
  password: string;
}

/** An environment of the provider. */
export interface Environment {
  /** Its key. */
  key: "production";
  /** Its name. */
  name: "Production";
}
