// urn:guidec:schema:manifest:1

/** What was built from what: `manifest.json`. */
export interface Manifest {
  /** Changes when a field is removed or retyped. */
  schema_version: "1";
  /** The version of guidec that wrote it. */
  guidec: string;
  /** Every guide, by path relative to the content root. */
  guides: Record<string, BuiltGuide>;
  /** SHA-256 of the files that all guides share, by path relative to the output folder. */
  files: Record<string, string>;
}

/** What one guide was made of, and what was made of it. */
export interface BuiltGuide {
  /**
   * SHA-256 of the guide and of every file that it includes, by path; null for one that cannot be
   * read.
   */
  inputs: Record<string, string | null>;
  /** SHA-256 of every file that it gave, by path relative to the output folder. */
  outputs: Record<string, string>;
}
