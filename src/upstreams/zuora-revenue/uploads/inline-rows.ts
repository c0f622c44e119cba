import { type Problem, Refusal } from '../../../kernel/refusal.js';
import type { UploadTemplate } from '../model.js';
import { csvLine } from './content/rows.js';

/** Rows that were given as objects, by heading or by staging field, as CSV. Throws a Refusal for what is no row. */
export function csvOfRows(rows: readonly unknown[], { columns, name }: UploadTemplate): string {
  const places = new Map<string, number>();
  for (const [at, { field, label }] of columns.entries()) {
    places.set(field.toUpperCase(), at);
    places.set(label, at);
  }
  const problems: Problem[] = [];
  const lines = rows.map((row, at) => {
    const cells = columns.map(() => '');
    const wrong = (message: string, ...path: string[]) =>
      problems.push({ code: 'INVALID', message, field: ['input', 'rows', String(at), ...path] });
    if (typeof row !== 'object' || row === null || Array.isArray(row)) {
      wrong('A row is an object of headings and values.');
      return '';
    }
    for (const [key, value] of Object.entries(row)) {
      const place = places.get(key) ?? places.get(key.toUpperCase());
      if (place === undefined) wrong(`${key} is no column of the template ${name}.`, key);
      else if (value !== null && typeof value === 'object') wrong('A value is text, a number or null.', key);
      else cells[place] = value === null || value === undefined ? '' : String(value);
    }
    return csvLine(cells);
  });
  if (problems.length > 0) throw new Refusal(problems.slice(0, 1_000));
  return csvLine(columns.map(({ label }) => label)) + lines.join('');
}
