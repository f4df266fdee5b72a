// urn:guidec:schema:diagnostics:1

/** What `--output-format json` prints: every diagnostic, by path and place. */
export type Diagnostics = ReportedDiagnostic[];

/** Something that was found in a guide. */
export interface ReportedDiagnostic {
  /** What is said about it, on one line. */
  message: string;
  /** As given on the command line, or relative to the content root. */
  path: string;
  /** The line in which it starts, counted from 1. */
  line: number;
  /** The column in which it starts, in Unicode code points, counted from 1. */
  column: number;
  /** The line in which it ends. */
  end_line: number;
  /** The column before which it ends. */
  end_column: number;
  /** The id of the rule that was broken; `guidec explain` says what it means. */
  rule: string;
  /** How much it weighs. */
  severity: Severity;
  /** Second places that explain it. */
  notes: DiagnosticNote[];
  /** What to write in place of the text there, where guidec knows. */
  suggestion: string | null;
}

/** How much a diagnostic weighs; the first makes the exit code 1. */
export type Severity = "error" | "warning" | "info";

/** A second place that explains a diagnostic. */
export interface DiagnosticNote {
  /** What is said about it, on one line. */
  message: string;
  /** As given on the command line, or relative to the content root. */
  path: string;
  /** The line in which it starts, counted from 1. */
  line: number;
  /** The column in which it starts, in Unicode code points, counted from 1. */
  column: number;
  /** The line in which it ends. */
  end_line: number;
  /** The column before which it ends. */
  end_column: number;
}
