import { existsSync } from 'node:fs';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Whether the browser tests can run here; says loudly when they cannot, and how to change that. */
export function hasBrowser(): boolean {
  if (existsSync(CHROMIUM)) return true;
  const lines = [
    `BROWSER TEST SKIPPED: there is no Chromium at ${CHROMIUM}.`,
    'Debian and Ubuntu: apt-get install -y chromium',
    'Elsewhere: set CHROMIUM_PATH to the executable of Chromium or Chrome.',
  ];
  const rule = '='.repeat(Math.max(...lines.map((line) => line.length)));
  console.warn(['', rule, ...lines, rule, ''].join('\n'));
  return false;
}

export interface WatchedPage {
  readonly page: Page;
  /** Addresses asked for outside the origin that the page was opened for, by the page, its frames and its workers. */
  readonly strayRequests: readonly string[];
  /** Console errors, uncaught exceptions and breaches of the content security policy. */
  readonly complaints: readonly string[];
  /** Keeps a picture in `SCREENSHOT_DIR`, or in a new temporary folder where that is not set. Answers its path. */
  screenshot(name: string): Promise<string>;
  close(): Promise<void>;
}

/** A page of a browser with an empty profile. Nothing is opened yet, so that nothing is missed. */
export async function openPage(origin: string, viewport = { width: 1280, height: 800 }): Promise<WatchedPage> {
  // An empty path makes a new profile in a temporary folder, which is removed at the end.
  const context = await chromium.launchPersistentContext('', { executablePath: CHROMIUM, args: FLAGS, viewport });
  const page = context.pages()[0] ?? (await context.newPage());
  return {
    page,
    strayRequests: watchRequests(context, origin),
    complaints: await watchComplaints(page),
    screenshot: (name) => screenshot(page, name),
    close: () => context.close(),
  };
}

function watchRequests(context: BrowserContext, origin: string): string[] {
  const stray: string[] = [];
  const inside = (url: string) => URL.parse(url)?.origin === origin || url.startsWith('data:') || url === 'about:blank';
  context.on('request', (request) => {
    if (!inside(request.url())) stray.push(request.url());
  });
  return stray;
}

async function watchComplaints(page: Page): Promise<string[]> {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
  await page.exposeFunction('reportBreach', (breach: string) => complaints.push(`policy: ${breach}`));
  await page.addInitScript(`addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    window.reportBreach(violatedDirective + ' ' + blockedURI));`);
  return complaints;
}

async function screenshot(page: Page, name: string): Promise<string> {
  const wanted = process.env.SCREENSHOT_DIR;
  const folder = wanted ?? (await mkdtemp(join(tmpdir(), 'billgraph-')));
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path });
  if (wanted !== undefined) console.log(`Screenshot: ${path}`);
  return path;
}
