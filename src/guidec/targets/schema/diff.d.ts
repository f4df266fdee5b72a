// urn:guidec:schema:diff:1

/** What changed between two guides, or two folders of guides. */
export interface Diff {
  /** Changes when a field is removed or retyped. */
  schema_version: "1";
  /** What was compared, as it was named. */
  old: string;
  /** What it was compared with. */
  new: string;
  /** The changes, counted. */
  summary: DiffSummary;
  /** Every change: the breaking ones first, then by guide and place. */
  changes: Change[];
  /**
   * What could not be compared, such as guides that do not compile: changes in these are not among
   * the changes.
   */
  not_compared: NotCompared[];
}

/** How many changes there are of each class. */
export interface DiffSummary {
  /** Those by which what was set up or stored before no longer fits. */
  breaking: number;
  /** Those by which a reader does something else. */
  notable: number;
  /** Those of wording. */
  editorial: number;
}

/** One thing that is not as it was. */
export interface Change {
  /** What happened, in kebab-case: `redirect-url-changed`. */
  kind: string;
  /** Whom it concerns; each kind has one class. */
  class: ChangeClass;
  /** The change as a sentence, on one line, bounded in length. */
  message: string;
  /**
   * What was changed, by its title or label on the new side, or on the old side where it is gone.
   */
  what: string | null;
  /** The title of the step or section around it. */
  where: string | null;
  /** Where it stood; null for what is new. */
  old: ChangePlace | null;
  /** Where it stands; null for what is gone. */
  new: ChangePlace | null;
}

/** Whom a change concerns, the gravest first. */
export type ChangeClass = "breaking" | "notable" | "editorial";

/** Where one side of a change stands, and what stands there. */
export interface ChangePlace {
  /** The guide's id on this side. */
  guide: string;
  /** The file, as given on the command line, below the content root, or as `REVISION:path`. */
  path: string;
  /** The line in which it starts, counted from 1. */
  line: number;
  /** The column in which it starts, in Unicode code points, counted from 1. */
  column: number;
  /** The line in which it ends. */
  end_line: number;
  /** The column before which it ends. */
  end_column: number;
  /** The id of the innermost section around it, or its own. */
  section: string | null;
  /** The id of the innermost step around it, or its own. */
  step: string | null;
  /** What was changed, as it stands on this side: a URL, a title, a text. */
  value: string | null;
}

/** A guide or folder of which nothing is said, and what keeps it from being compared. */
export interface NotCompared {
  /**
   * The file or folder, as given on the command line, below the content root, or as
   * `REVISION:path`.
   */
  path: string;
  /** The line of the first error in it, counted from 1. */
  line: number;
  /** The column of that error, in Unicode code points, counted from 1. */
  column: number;
  /** The id of the rule that it breaks. */
  rule: string;
  /** What is wrong there, on one line, bounded in length. */
  message: string;
}
