import type { TemplateColumn, UploadTemplate } from '../model.js';
import { type DateCheck, dateCheck } from './date-format.js';
import { type ProblemList, shown } from './problems.js';

/** A row in the template's order. */
export type Cells = readonly string[];

/** Says everything that is wrong with the cells of a row, each for itself. */
export type RowCheck = (line: number, cells: Cells, problems: ProblemList) => void;

const LONGEST_VALUE = 240;
const NUMBER = /^-?(\d+(\.\d*)?|\.\d+)$/;

// Names of fields in older and newer tenants.
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  TRAN_TYPE: ['TRAN_TYPE', 'TRANS_TYPE', 'TYPE'],
  SO_NUM: ['SO_NUM', 'DOC_NUM'],
  SO_LINE_ID: ['SO_LINE_ID', 'DOC_LINE_ID'],
  SO_DATE: ['SO_DATE', 'DOC_DATE'],
};

/** Where a field stands in the rows of a template; -1 if the template does not fill it. */
export function fieldPlace({ columns }: UploadTemplate, field: string): number {
  const names = ALIASES[field] ?? [field];
  return columns.findIndex((column) => names.includes(column.field));
}

/** https://knowledgecenter.zuora.com/Zuora_Revenue: fields without which a line does not come through staging. */
const MANDATORY: Readonly<Record<string, readonly string[]>> = {
  SO: ['EXT_LST_PRC', 'EXT_SLL_PRC', 'ORD_QTY', 'CURR', 'F_CUR', 'SO_LINE_ID', 'SO_DATE'],
  INV: ['EXT_LST_PRC', 'EXT_SLL_PRC', 'INV_QTY', 'ORD_QTY', 'CURR', 'F_CUR', 'INV_LINE_ID', 'INV_DATE', 'INV_NUM'],
  CM: ['EXT_SLL_PRC', 'INV_QTY', 'CURR', 'F_CUR', 'INV_LINE_ID', 'INV_DATE', 'INV_NUM'],
};
const TYPES = 'SO, INV or CM (also CM-C, CM-R, CM-RO)';

/** Whether the rows are transactions, and not events or bundles. */
export function isTransactions(template: UploadTemplate): boolean {
  return fieldPlace(template, 'TRAN_TYPE') >= 0;
}

export function rowCheck(template: UploadTemplate): RowCheck {
  const { columns } = template;
  const date = template.dateFormat === null ? null : dateCheck(template.dateFormat);
  const transaction = isTransactions(template) ? transactionCheck(template) : null;
  return (line, cells, problems) => {
    for (const [at, column] of columns.entries()) {
      const value = cells[at] ?? '';
      const reason = value === '' ? null : cellProblem(value, column, date);
      if (reason !== null) problems.add(line, column.label, reason);
    }
    transaction?.(line, cells, problems);
  };
}

function cellProblem(value: string, { type }: TemplateColumn, date: DateCheck | null): string | null {
  const first = value[0] ?? '';
  // RPRO-00603: tenants whose profile ENABLE_CSV_DATA_SANITIZATION is BLOCK refuse the whole file.
  if (first === '=' || first === '+' || first === '@') return `begins with "${first}", which Zuora Revenue refuses`;
  if (value.length > LONGEST_VALUE) return `has ${value.length} characters; ${LONGEST_VALUE} are taken`;
  if (type === 'NUMBER') return NUMBER.test(value) ? null : numberProblem(value);
  if (type === 'DATE' && date !== null) {
    const reason = date(value);
    return reason === null ? null : `${shown(value)} ${reason}`;
  }
  return null;
}

function numberProblem(value: string): string {
  if (/^\s*-\s+[\d.]|^\s+-|[\d.]\s*-\s*$/.test(value)) return `${shown(value)} has a blank or a digit before its minus`;
  if (/^-?[\d.,' ]*\d$/.test(value) && /[,' ]/.test(value)) {
    return `${shown(value)} has a separator of thousands or a decimal comma`;
  }
  return `${shown(value)} is not a number`;
}

function transactionCheck(template: UploadTemplate): RowCheck {
  const { columns } = template;
  const typeAt = fieldPlace(template, 'TRAN_TYPE');
  const typeLabel = columns[typeAt]?.label ?? null;
  // A field that the template does not map has its value from the template itself.
  const mandatory = new Map(
    Object.entries(MANDATORY).map(([type, fields]) => [
      type,
      fields.map((field) => fieldPlace(template, field)).filter((at) => at >= 0),
    ]),
  );
  const segments = columns.flatMap(({ field }, at) => (/SEG/.test(field) ? [at] : []));
  const segmentLabels = segments.map((at) => columns[at]?.label ?? '').join(' or ');

  return (line, cells, problems) => {
    const type = (cells[typeAt] ?? '').trim().toUpperCase();
    const needed = mandatory.get(type.startsWith('CM-') ? 'CM' : type);
    if (needed === undefined) {
      problems.add(line, typeLabel, type === '' ? `is empty: it has to be ${TYPES}` : `${shown(type)} is not ${TYPES}`);
      return;
    }
    for (const at of needed) {
      if ((cells[at] ?? '').trim() === '') problems.add(line, columns[at]?.label ?? null, `is empty: ${type} needs it`);
    }
    if (segments.length > 0 && segments.every((at) => (cells[at] ?? '').trim() === '')) {
      problems.add(line, segmentLabels, 'is empty: every line needs an accounting segment');
    }
  };
}
