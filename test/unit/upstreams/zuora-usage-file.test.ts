import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../src/kernel/refusal.js';
import { usageFile } from '../../../src/upstreams/zuora-billing/usage/import/csv-file.js';

const read = (csv: string, format: 'MONTH_FIRST' | 'DAY_FIRST' = 'MONTH_FIRST') => usageFile(csv, format, ['csv']);
function problems(csv: string, format: 'MONTH_FIRST' | 'DAY_FIRST' = 'MONTH_FIRST'): string[] {
  try {
    read(csv, format);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.problems.map(({ message, field }) => `${field?.join('/')}: ${message}`);
  }
  return [];
}

const HEAD = 'ACCOUNT_ID,UOM,QTY,STARTDATE';
const FULL = 'ACCOUNT_ID,UOM,QTY,STARTDATE,ENDDATE,SUBSCRIPTION_ID,CHARGE_ID,DESCRIPTION';

describe('a usage file', () => {
  it('is written with all columns, in their order, and with the days of the locale', () => {
    const csv =
      '\uFEFFqty,Account_ID,UOM,STARTDATE,Region__c,DESCRIPTION\n1.50,A1,TB,2026-02-28,EMEA,"a ""b"", c"\n\n2,A2,TB,3/1/2026,,\n';
    expect(read(csv)).toEqual({
      text: `${FULL},Region__c\r\nA1,TB,1.50,02/28/2026,,,,"a ""b"", c",EMEA\r\nA2,TB,2,03/01/2026,,,,,\r\n`,
      bytes: 155,
      rows: 2,
    });
    expect(read(`${HEAD}\nA1,TB,1,28/02/2026`, 'DAY_FIRST').text).toBe(`${FULL}\r\nA1,TB,1,28/02/2026,,,,\r\n`);
  });

  it('is refused for its headings alone first', () => {
    expect(problems('ACCOUNT_ID,UOM,UOM,PRICE,\nx,y,z,1,2')).toEqual([
      'csv/1/QTY: Line 1, QTY: is missing',
      'csv/1/STARTDATE: Line 1, STARTDATE: is missing',
      'csv/1/UOM: Line 1, UOM: is there twice',
      'csv/1/PRICE: Line 1, PRICE: is no column of a usage file',
      'csv/1/column 5: Line 1, column 5: is no column of a usage file',
    ]);
    expect(problems(HEAD)).toEqual(['csv: must hold at least one row']);
    expect(problems('')).toEqual(['csv: must hold a line of headings and at least one row']);
  });

  it('is refused with every problem of every row, by line and column', () => {
    const csv = [
      `${HEAD},ENDDATE,DESCRIPTION,UNIQUE_KEY`,
      'A1,TB,1,02/28/2026,,,k-1',
      '8ad0000000000000000000000000dead,,"1,5",02/30/2026,2026-13-01,=cmd(),k-2',
      '',
      'A1,TB,-1,28/02/2026,,@x,k-1',
      'A1,TB,1,02/28/2026',
      'A1,TB,12345678901234567,03/01/2026,02/28/2026,,',
    ].join('\n');
    expect(problems(csv)).toEqual([
      'csv/3/UOM: Line 3, UOM: must not be empty',
      'csv/3/ACCOUNT_ID: Line 3, ACCOUNT_ID: must be the number of the account, not its id',
      'csv/3/QTY: Line 3, QTY: must be a decimal with a point, 0 or more',
      'csv/3/STARTDATE: Line 3, STARTDATE: must be a day, as MM/DD/YYYY or YYYY-MM-DD',
      'csv/3/ENDDATE: Line 3, ENDDATE: must be a day, as MM/DD/YYYY or YYYY-MM-DD',
      'csv/3/DESCRIPTION: Line 3, DESCRIPTION: begins like a formula of a spreadsheet',
      'csv/5/QTY: Line 5, QTY: must be a decimal with a point, 0 or more',
      'csv/5/STARTDATE: Line 5, STARTDATE: must be a day, as MM/DD/YYYY or YYYY-MM-DD',
      'csv/5/DESCRIPTION: Line 5, DESCRIPTION: begins like a formula of a spreadsheet',
      'csv/5/UNIQUE_KEY: Line 5, UNIQUE_KEY: is the unique key of line 2, too',
      'csv/6: Line 6 has 4 cells and not 7',
      'csv/7/QTY: Line 7, QTY: must not have more than 16 characters',
      'csv/7/ENDDATE: Line 7, ENDDATE: must not be before STARTDATE',
    ]);
  });

  it('that is no CSV says where', () => {
    expect(problems(`${HEAD}\nA1,"TB,1,02/28/2026`)).toEqual([expect.stringMatching(/^csv(\/\d)?: .*is no CSV: /)]);
  });

  it('tells only so much that a person can read it, and how much there is', () => {
    const found = problems(`${HEAD}\n${'A1,TB,x,02/28/2026\n'.repeat(250)}`);
    expect(found).toHaveLength(201);
    expect(found.at(-1)).toBe('csv: There are 50 problems more.');
  });

  it('of more than 4 MB is refused', () => {
    const rows = `A1,TB,1,02/28/2026,${'x'.repeat(200)}\n`.repeat(19_000);
    expect(problems(`${HEAD},DESCRIPTION\n${rows}`)).toEqual([
      expect.stringMatching(/^csv: has 42\d{5} bytes, and Zuora takes 4194304: send it in parts$/),
    ]);
  });

  it('names the line on which a row begins, whatever line breaks its values and the file have', () => {
    const rows = ['A1,TB,1,2026-02-01,"one\r\ntwo\r\nthree"', 'A2,TB,many,2026-02-01,x'];
    expect(problems(`${HEAD},DESCRIPTION\r\n${rows.join('\r\n')}`)[0]).toMatch(/^csv\/5\/QTY: Line 5, QTY: /);
    expect(problems(`${HEAD},DESCRIPTION\n${rows.join('\n')}`)[0]).toMatch(/^csv\/5\/QTY: Line 5, QTY: /);
    expect(problems(`${HEAD}\r\nA1,TB,1,"2026\r\n`)[0]).toMatch(/^csv\/2: Line 2 is no CSV: .* at line 2$/);
    expect(read(`${HEAD}\r\nA1,TB,"1",2026-02-01\nA2,TB,"2",2026-02-01\r\n`).rows).toBe(2);
  });
});
