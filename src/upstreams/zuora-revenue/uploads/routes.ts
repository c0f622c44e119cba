import type { UploadRecord } from '../../../domain/uploads/model.js';
import type { GatewayRoute, RouteReply } from '../../../kernel/http/route.js';
import { Refusal } from '../../../kernel/refusal.js';
import { csvLine, headerOf, partCsv } from './content/rows.js';
import { optionsOf, type UploadDesk } from './desk.js';
import { receiveFile } from './receive.js';

const BASE = '/revenue/uploads';
const CSV = 'text/csv; charset=utf-8';
const ERRORS_AT_ONCE = 500;

export const putPath = (token: string) => `${BASE}/${token}`;
export const errorsPath = (token: string) => `${BASE}/${token}/stage-errors.csv`;
export const partPath = (token: string, part: number) => `${BASE}/${token}/parts/${part}`;

/** The addresses of uploads' files. Whoever has an address may use it: it holds 24 random bytes. */
export function uploadRoutes(desk: UploadDesk): readonly GatewayRoute[] {
  const { book } = desk;
  const readable = async (token: string | undefined) => {
    const upload = await book.byToken(token ?? '');
    return upload?.readToken === token ? upload : null;
  };
  return [
    {
      method: 'PUT',
      path: `${BASE}/:token`,
      async handle({ params, body, signal }) {
        const { token = '' } = params;
        const upload = await book.byToken(token);
        if (upload?.putToken !== token) return said(404, 'This address has taken its file, or never was one.');
        try {
          await receiveFile(desk, upload, body, signal);
        } catch (error) {
          if (error instanceof Refusal) return said(409, error.message);
          throw error;
        }
        const after = await book.get(upload.id);
        return after ? outcome(after) : said(404, 'The upload is gone.');
      },
    },
    {
      method: 'GET',
      path: `${BASE}/:token/stage-errors.csv`,
      async handle({ params, query }) {
        const upload = await readable(params.token);
        if (!upload) return said(404, 'There is no such upload.');
        const fileName = `stage-errors-${upload.fileName.replace(/\.csv$/i, '')}.csv`;
        return { status: 200, contentType: CSV, fileName, body: errorLines(desk, upload, query.reasons !== undefined) };
      },
    },
    {
      method: 'GET',
      path: `${BASE}/:token/parts/:part`,
      async handle({ params }) {
        const upload = await readable(params.token);
        const part = upload?.parts.find(({ number }) => String(number) === params.part);
        if (!upload || !part) return said(404, 'There is no such part.');
        return {
          status: 200,
          contentType: CSV,
          fileName: part.fileName,
          body: await partCsv(book, upload, part.number),
        };
      },
    },
  ];
}

/** With the columns of the template alone, so that the file can be put right and uploaded again. */
async function* errorLines({ book }: UploadDesk, upload: UploadRecord, reasons: boolean): AsyncGenerator<string> {
  const labels = optionsOf(upload).columns.map(({ label }) => label);
  yield reasons ? csvLine([...labels, 'Line', 'Error']) : headerOf(upload);
  for (let after: number | null = null; ; ) {
    const errors = await book.errors(upload.id, ERRORS_AT_ONCE, after);
    if (errors.length === 0) return;
    for (const { cells, line, message } of errors) {
      if (cells !== null) yield csvLine(reasons ? [...cells, String(line ?? ''), message] : cells);
    }
    after = errors.at(-1)?.place ?? null;
  }
}

/** 200 if the file is on its way, 422 with its problems if it is not. */
function outcome({ id, state, rows, parts, failure, problems, problemCount }: UploadRecord): RouteReply {
  const body = { id, status: state, rows, parts: parts.length, failure, problemCount, problems };
  return {
    status: state === 'FAILED' ? 422 : 200,
    contentType: 'application/json',
    body: `${JSON.stringify(body, null, 2)}\n`,
  };
}

function said(status: number, error: string): RouteReply {
  return { status, contentType: 'application/json', body: `${JSON.stringify({ error })}\n` };
}
