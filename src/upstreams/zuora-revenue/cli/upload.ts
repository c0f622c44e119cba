import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { checkFile } from '../check/check-file.js';
import { type FileProblem, sentence } from '../check/problems.js';
import { planParts } from '../uploads/content/split.js';
import { GatewayClient, GatewayFailure } from './gateway-client.js';
import { count, many, Progress, timeLeft } from './progress.js';

export interface UploadCommand {
  readonly file: string;
  readonly template: string;
  readonly collect?: string | true;
  readonly wait?: boolean;
  readonly dryRun?: boolean;
  readonly again?: boolean;
  readonly gateway: string;
  readonly key?: string | undefined;
}

const [FINE, BAD_FILE, NO_GATEWAY, FAILED, ROWS_LEFT] = [0, 1, 2, 3, 4] as const;
const LOOK_EVERY_MS = 500;
const ENDED: ReadonlySet<string> = new Set(['STAGED', 'STAGED_WITH_ERRORS', 'COLLECTED', 'FAILED']);

const Problems = z.array(z.object({ line: z.number().nullable(), column: z.string().nullable(), reason: z.string() }));
const Upload = z.object({
  id: z.string(),
  status: z.string(),
  rows: z.number(),
  rowsUploaded: z.number(),
  failure: z.string().nullable(),
  putUrl: z.string().nullable(),
  stageErrorCount: z.number(),
  stageErrorsUrl: z.string(),
  parts: z.array(z.object({ number: z.number(), status: z.string(), message: z.string().nullable() })),
});
type Upload = z.infer<typeof Upload>;
const UPLOAD = `id status rows rowsUploaded failure putUrl stageErrorCount stageErrorsUrl
  parts { number status message }`;
const Created = z.object({
  payload: z.object({ upload: Upload.nullable(), userErrors: z.array(z.object({ message: z.string() })) }),
});
const Received = z.object({
  error: z.string().optional(),
  failure: z.string().nullish(),
  rows: z.number().default(0),
  parts: z.number().default(0),
  problems: Problems.default([]),
  problemCount: z.number().default(0),
});
const Template = z.object({
  template: z
    .object({
      name: z.string(),
      dateFormat: z.string().nullable(),
      rowsPerUpload: z.number(),
      columns: z.array(z.object({ label: z.string(), field: z.string(), type: z.enum(['TEXT', 'NUMBER', 'DATE']) })),
    })
    .nullable(),
});

/** Uploads a file through a gateway, or only checks it. Gives the exit code. */
export async function runUpload(command: UploadCommand): Promise<number> {
  const progress = new Progress();
  try {
    const { size } = await stat(command.file);
    const client = new GatewayClient(command);
    if (command.dryRun) return await check(client, command, size, progress);
    const upload = await create(client, command);
    const received = await send(client, command, upload, size, progress);
    if (received.error !== undefined) throw new GatewayFailure(received.error);
    if (received.problemCount > 0) return tellProblems(received.problems, received.problemCount);
    if (received.failure) {
      say(received.failure);
      return FAILED;
    }
    tell(`${upload.id}: ${many(received.rows, 'row')} in ${many(received.parts, 'part')} on their way.`);
    return command.wait ? await follow(client, upload.id, progress) : FINE;
  } catch (error) {
    progress.end();
    if (error instanceof GatewayFailure) {
      say(error.message);
      return NO_GATEWAY;
    }
    if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
      say(`${command.file}: ${error.message}`);
      return BAD_FILE;
    }
    throw error;
  }
}

async function check(client: GatewayClient, command: UploadCommand, size: number, progress: Progress): Promise<number> {
  const query = `query ($name: String!) { template: revenueUploadTemplate(name: $name) {
    name dateFormat rowsPerUpload columns { label field type } } }`;
  const { template } = await client.ask(query, { name: command.template }, Template);
  if (!template) throw new GatewayFailure(`There is no upload template ${command.template}.`);
  const { rowsPerUpload } = template;
  const startedAt = Date.now();
  const checked = await checkFile(createReadStream(command.file), {
    template,
    rowsPerUpload,
    // The gateway knows which columns may.
    mayHoldCardNumber: () => true,
    onProgress: ({ rows, bytes }) => {
      const left = timeLeft(bytes, size, Date.now() - startedAt);
      progress.show('checking', `checking: ${many(rows, 'row')}, ${percent(bytes, size)}${left}`);
    },
  });
  progress.end();
  if (checked.problemCount > 0) return tellProblems(checked.problems, checked.problemCount);
  const parts = planParts(checked.groups, rowsPerUpload).parts;
  tell(`Nothing is wrong with the file: ${many(checked.rows, 'row')}, which make ${many(parts, 'part')}.`);
  return FINE;
}

async function create(
  client: GatewayClient,
  { file, template, collect, again = false }: UploadCommand,
): Promise<Upload> {
  const mutation = `mutation ($input: RevenueUploadCreateInput!) { payload: revenueUploadCreate(input: $input) {
    upload { ${UPLOAD} } userErrors { message } } }`;
  const rcTemplate = typeof collect === 'string' ? { rcTemplate: collect } : {};
  const input = { template, fileName: basename(file), again, ...(collect !== undefined && { collect: rcTemplate }) };
  const { payload } = await client.ask(mutation, { input }, Created);
  if (payload.upload) return payload.upload;
  throw new GatewayFailure(payload.userErrors.map(({ message }) => message).join('; '));
}

async function send(
  client: GatewayClient,
  { file }: UploadCommand,
  { putUrl }: Upload,
  size: number,
  progress: Progress,
): Promise<z.infer<typeof Received>> {
  const startedAt = Date.now();
  let sent = 0;
  const stream = createReadStream(file).on('data', (chunk) => {
    sent += chunk.length;
    const left = timeLeft(sent, size, Date.now() - startedAt);
    progress.show('sending', `sending: ${percent(sent, size)}${left}`);
  });
  const init = { method: 'PUT', body: stream, duplex: 'half' };
  const response = await client.fetch(putUrl ?? '', init as unknown as RequestInit);
  progress.end();
  const answer = Received.safeParse(await response.json().catch(() => null));
  if (answer.success) return answer.data;
  throw new GatewayFailure(`The gateway answered with HTTP ${response.status}.`);
}

async function follow(client: GatewayClient, id: string, progress: Progress): Promise<number> {
  const query = `query ($id: ID!) { upload: revenueUpload(id: $id) { ${UPLOAD} } }`;
  const startedAt = Date.now();
  for (;;) {
    const { upload } = await client.ask(query, { id }, z.object({ upload: Upload }));
    const { status, rows, rowsUploaded, parts } = upload;
    const done = parts.filter((part) => part.status === 'DONE' || part.status === 'FAILED').length;
    const left = timeLeft(done, parts.length, Date.now() - startedAt);
    const text = `${status}: ${done} of ${many(parts.length, 'part')}, ${count(rowsUploaded)} of ${many(rows, 'row')}`;
    progress.show(`${status} ${done}`, `${text}${left}`);
    if (ENDED.has(status)) {
      progress.end();
      return tellEnd(upload);
    }
    await wait(LOOK_EVERY_MS);
  }
}

function tellEnd({ id, status, failure, parts, stageErrorCount, stageErrorsUrl }: Upload): number {
  if (stageErrorCount > 0) {
    say(`${many(stageErrorCount, 'row')} did not come through staging; to put them right: ${stageErrorsUrl}?reasons=1`);
  }
  if (status === 'FAILED') {
    say(failure ?? 'The upload failed.');
    for (const part of parts.filter(({ message }) => message !== null)) say(`part ${part.number}: ${part.message}`);
    say(`${id} can be sent again with revenueUploadRetry; parts that arrived are left alone.`);
    return FAILED;
  }
  if (failure) say(failure);
  tell(`${id}: ${status}.`);
  return stageErrorCount > 0 ? ROWS_LEFT : FINE;
}

function tellProblems(problems: readonly FileProblem[], problemCount: number): number {
  for (const problem of problems) tell(sentence(problem));
  const more = problemCount - problems.length;
  if (more > 0) tell(`and ${many(more, 'more problem')}`);
  say(`The file has ${many(problemCount, 'problem')}; nothing of it was sent.`);
  return BAD_FILE;
}

const percent = (done: number, total: number) => `${total === 0 ? 100 : Math.floor((done / total) * 100)}%`;
const tell = (text: string) => void process.stdout.write(`${text}\n`);
const say = (text: string) => void process.stderr.write(`${text}\n`);
