import type { UploadTemplate } from '../model.js';
import { type ProblemList, shown } from './problems.js';

/** For each column of the template, in its order, where it stands in the file. */
export type ColumnPlaces = readonly number[];

const SEPARATORS = [
  [';', 'semicolons'],
  ['\t', 'tabs'],
  ['|', 'bars'],
] as const;

/** Null if the header seems to be separated by commas. */
export function separatorProblem(header: string): string | null {
  const commas = header.split(',').length;
  const separator = SEPARATORS.find(([mark]) => header.split(mark).length > commas);
  return separator ? `the columns are separated by ${separator[1]}; they have to be separated by commas` : null;
}

/**
 * Finds the template's columns among the headings of the file, in whatever order; null if one is missing, unknown or
 * there twice. What is sent is in the template's order.
 */
export function columnPlaces(
  header: readonly string[],
  { name, columns }: UploadTemplate,
  problems: ProblemList,
): ColumnPlaces | null {
  const before = problems.count;
  const [only = ''] = header;
  const separator = header.length === 1 ? separatorProblem(only) : null;
  if (separator !== null) {
    problems.add(1, null, separator);
    return null;
  }
  const places = new Map<string, number>();
  const labels = new Set(columns.map(({ label }) => label));
  for (const [at, heading] of header.entries()) {
    const label = heading.trim();
    if (places.has(label)) problems.add(1, label, 'is there more than once');
    else if (!labels.has(label)) problems.add(1, label || null, unknown(label, at, name, labels));
    places.set(label, places.get(label) ?? at);
  }
  for (const { label } of columns) {
    if (!places.has(label)) problems.add(1, label, `is missing: the template ${name} has this column`);
  }
  return problems.count > before ? null : columns.map(({ label }) => places.get(label) ?? 0);
}

function unknown(label: string, at: number, template: string, labels: ReadonlySet<string>): string {
  if (label === '') return `column ${at + 1} has no heading`;
  const near = [...labels].find((one) => one.toLowerCase() === label.toLowerCase());
  return near === undefined
    ? `is no column of the template ${template}`
    : `is no column of the template ${template}; it is written ${shown(near)}`;
}
