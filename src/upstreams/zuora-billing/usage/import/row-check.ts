/** How the tenant's locale writes days: `MM/DD/YYYY` or `DD/MM/YYYY`. */
export type UsageDateFormat = 'MONTH_FIRST' | 'DAY_FIRST';

// As CRUD takes it: https://developer.zuora.com/v1-api-reference/api/operation/Object_POSTUsage/
const QUANTITY = /^\d+(\.\d+)?$/;
const MOST_QUANTITY = 16;
const LENGTHS: Readonly<Record<string, number>> = {
  ACCOUNT_ID: 50,
  UOM: 50,
  SUBSCRIPTION_ID: 100,
  CHARGE_ID: 50,
  DESCRIPTION: 200,
  UNIQUE_KEY: 255,
};
const ZUORA_ID = /^[0-9a-f]{32}$/i;
// A spreadsheet would run a cell that begins like this, here or at whoever exports it from Zuora again.
const FORMULA = /^[=+\-@\t\r]/;

/** Checks the cells of a row, and writes its days into it as the tenant's locale has them. */
export function checkRow(
  row: Map<string, string>,
  dateFormat: UsageDateFormat,
  complain: (column: string, message: string) => void,
): void {
  for (const column of ['ACCOUNT_ID', 'UOM', 'QTY', 'STARTDATE']) {
    if (!row.get(column)) complain(column, 'must not be empty');
  }
  if (ZUORA_ID.test(row.get('ACCOUNT_ID') ?? ''))
    complain('ACCOUNT_ID', 'must be the number of the account, not its id');
  const quantity = row.get('QTY');
  if (quantity && !QUANTITY.test(quantity)) complain('QTY', 'must be a decimal with a point, 0 or more');
  else if (quantity && quantity.length > MOST_QUANTITY) {
    complain('QTY', `must not have more than ${MOST_QUANTITY} characters`);
  }
  const days = ['STARTDATE', 'ENDDATE'].map((column) => {
    const text = row.get(column);
    if (!text) return null;
    const day = dayOf(text, dateFormat);
    if (day === null) complain(column, `must be a day, as ${FORMATS[dateFormat]} or YYYY-MM-DD`);
    else row.set(column, written(day, dateFormat));
    return day;
  });
  const [start, end] = days;
  if (start && end && end < start) complain('ENDDATE', 'must not be before STARTDATE');
  for (const [column, cell] of row) {
    if (column === 'QTY' || column === 'STARTDATE' || column === 'ENDDATE') continue;
    const most = LENGTHS[column];
    if (most !== undefined && cell.length > most) complain(column, `must not be longer than ${most} characters`);
    if (FORMULA.test(cell)) complain(column, 'begins like a formula of a spreadsheet');
  }
}

const FORMATS: Readonly<Record<UsageDateFormat, string>> = { MONTH_FIRST: 'MM/DD/YYYY', DAY_FIRST: 'DD/MM/YYYY' };

/** `YYYY-MM-DD`; null for what is no day of the calendar. */
function dayOf(text: string, format: UsageDateFormat): string | null {
  const local = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  const [, first = '', second = '', year = ''] = local ?? [];
  const [month, day] = format === 'MONTH_FIRST' ? [first, second] : [second, first];
  const iso = local ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null;
  const instant = new Date(`${iso}T00:00:00Z`);
  // 31 February is read as a day of March.
  return Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== iso ? null : iso;
}

function written(day: string, format: UsageDateFormat): string {
  const [year, month, date] = day.split('-');
  return format === 'MONTH_FIRST' ? `${month}/${date}/${year}` : `${date}/${month}/${year}`;
}
