import { parse } from 'csv-parse/sync';
import type { SandboxTemplate } from './templates.js';

/** A row by staging field. */
export type StagedCells = Readonly<Record<string, string>>;

export type PreStaged = { readonly rows: readonly StagedCells[] } | { readonly refused: string };

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const LONGEST_VALUE = 240;

/** All or nothing: one bad row marks the whole batch. Columns go by their place, as the template has them. */
export function preStage(csv: string, template: SandboxTemplate): PreStaged {
  let records: string[][];
  try {
    records = parse(csv, { relax_column_count: true, skip_empty_lines: true });
  } catch (error) {
    return { refused: `The file cannot be read: ${error instanceof Error ? error.message : 'unknown'}` };
  }
  const [header = [], ...rows] = records;
  const wanted = template.columns.map(({ label }) => label);
  if (header.length !== wanted.length || header.some((label, at) => label !== wanted[at])) {
    return { refused: `The columns are not those of the template ${template.name}` };
  }
  const staged: StagedCells[] = [];
  for (const [at, row] of rows.entries()) {
    const wrong = wrongWith(row, template);
    if (wrong !== null) return { refused: `Line ${at + 2}: ${wrong}` };
    staged.push(Object.fromEntries(template.columns.map(({ field }, column) => [field, row[column] ?? ''])));
  }
  const twice = repeated(staged.map((row) => row.INV_LINE_ID ?? '').filter((id) => id !== ''));
  return twice === null ? { rows: staged } : { refused: `INV_LINE_ID ${twice} is there more than once` };
}

function wrongWith(row: readonly string[], { columns, dateFormat }: SandboxTemplate): string | null {
  if (row.length !== columns.length) return `${row.length} columns instead of ${columns.length}`;
  for (const [at, { label, type }] of columns.entries()) {
    const value = row[at] ?? '';
    if (/^[=+@]/.test(value)) return 'RPRO-00603: special characters "=", "+", "@"';
    if (value.length > LONGEST_VALUE) return `${label}: value too large (maximum ${LONGEST_VALUE})`;
    if (value === '') continue;
    if (type === 'NUMBER' && !/^-?(\d+(\.\d*)?|\.\d+)$/.test(value)) return `${label}: ORA-01722: invalid number`;
    if (type === 'DATE' && !isDate(value, dateFormat))
      return `${label}: ORA-01861: literal does not match format string`;
  }
  return null;
}

function isDate(value: string, format: string): boolean {
  const [, day, month, year] =
    format === 'DD-MON-YYYY'
      ? (/^(\d{2})-([A-Z]{3})-(\d{4})$/i.exec(value) ?? [])
      : (/^(\d{4})-(\d{2})-(\d{2})$/.exec(value)?.toReversed() ?? []).toSpliced(0, 0, '');
  if (!day || !month || !year) return false;
  const number = /\d/.test(month) ? Number(month) : MONTHS.indexOf(month.toUpperCase()) + 1;
  const at = new Date(Date.UTC(Number(year), number - 1, Number(day)));
  return number > 0 && at.getUTCMonth() === number - 1 && at.getUTCDate() === Number(day);
}

function repeated(values: readonly string[]): string | null {
  const seen = new Set<string>();
  return values.find((value) => seen.size === seen.add(value).size) ?? null;
}
