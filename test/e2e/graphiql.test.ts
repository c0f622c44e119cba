import { readdir, readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, openPage, type WatchedPage } from '../support/browser.js';
import { startGatewayProcess } from '../support/gateway-process.js';
import { temporaryStore } from '../support/temporary-store.js';

interface ConsoleUnderTest {
  /** Without a trailing slash. */
  readonly url: string;
  close(): Promise<void>;
}

const OPERATIONS = new URL('../../schema/operations/', import.meta.url);
const FOLLOWED = 'subscription Followed { syncRunProgress(id: "none") { status } }';
const QUERY = 'query Typed { systems { system mode } }';
/**
 * The query of the tab that GraphiQL would open in front after a reload; nothing while it has not kept the last of the tabs,
 * for until then it may be about to keep a state of before.
 */
const KEPT_IN_FRONT = `(() => {
  const { tabs, activeTabIndex } = JSON.parse(localStorage.getItem('graphiql:tabState') ?? '{"tabs":[]}');
  const isWhole = tabs.some(({ query }) => (query ?? '').includes('subscription Followed'));
  return (isWhole && tabs[activeTabIndex]?.query) || '';
})()`;

/** What is said here of the console holds for every server that has `systems` and serves the page. */
function describeConsole(name: string, badge: string, start: () => Promise<ConsoleUnderTest>) {
  describe.skipIf(!hasBrowser())(`GraphiQL of ${name}`, () => {
    let server: ConsoleUnderTest;
    let browser: WatchedPage;

    beforeAll(async () => {
      server = await start();
      browser = await openPage(server.url);
      await browser.page.goto(`${server.url}/graphiql`);
      await browser.page.getByRole('button', { name: 'Execute query' }).waitFor();
    });

    afterAll(async () => {
      await browser?.close();
      await server?.close();
    });

    it('opens a tab for each operation in the repository, the page of customers first', async () => {
      const tabs = await browser.page.getByRole('tab').allInnerTexts();
      expect(tabs[0]).toBe('Customers');
      expect([...tabs].sort()).toEqual(await operationNames());
    });

    it('opens the first operation ready to run', async () => {
      await expect.poll(() => textOf(browser.page, '.graphiql-query-editor')).toContain('query Customers(');
      await expect.poll(() => textOf(browser.page, '.graphiql-editor-tool')).toContain('"first": 10');
    });

    it('shows what an operation is for and the variables that go with it', async () => {
      await browser.page.getByRole('tab', { name: 'CustomerByExternalId' }).click();
      await expect
        .poll(() => textOf(browser.page, '.graphiql-query-editor'))
        .toContain('# One customer, by the id that');
      await expect.poll(() => textOf(browser.page, '.graphiql-editor-tool')).toContain('"value": "A00000001"');
    });

    it('says whether the data is real', async () => {
      await expect.poll(() => browser.page.locator('.console-badge').innerText()).toBe(badge);
    });

    it('runs a query that is typed into a new tab', async () => {
      const { page } = browser;
      await page.getByRole('button', { name: 'New tab' }).click();
      await page.locator('.graphiql-query-editor .monaco-editor').first().click();
      await page.keyboard.press('Control+A');
      await page.keyboard.press('Delete');
      await page.keyboard.type(QUERY);
      await expect.poll(() => textOf(page, '.graphiql-query-editor')).toBe(QUERY);
      // GraphiQL reads the operation's name a moment later, and would ask for the last tab's until then.
      await page.getByRole('tab', { name: 'Typed', selected: true }).waitFor();

      const asked = page.waitForResponse((response) => (response.request().postData() ?? '').includes('query Typed'));
      await page.getByRole('button', { name: 'Execute query' }).click();
      const answer = await (await asked).json();

      expect(answer.errors).toBeUndefined();
      expect(answer.data.systems).not.toEqual([]);
      // The editor draws only the lines in view, and the answer is longer on a gateway with more systems.
      await expect.poll(() => textOf(page, '.result-window')).toContain(`"system": "${answer.data.systems[0].system}"`);
      // Revealing the new tab in its bar must not push the page away.
      expect(await page.evaluate('document.scrollingElement.scrollTop')).toBe(0);
      await browser.screenshot(`graphiql-${name.replaceAll(' ', '-')}`);
    });

    it('runs a subscription', async () => {
      const { page } = browser;
      await page.getByRole('button', { name: 'New tab' }).click();
      await page.locator('.graphiql-query-editor .monaco-editor').first().click();
      await page.keyboard.press('Control+A');
      await page.keyboard.press('Delete');
      await page.keyboard.type(FOLLOWED);
      await expect.poll(() => textOf(page, '.graphiql-query-editor')).toBe(FOLLOWED);
      await page.getByRole('tab', { name: 'Followed', selected: true }).waitFor();
      await page.getByRole('button', { name: 'Execute query' }).click();
      await expect.poll(() => textOf(page, '.result-window')).toContain('There is no run none.');
      await page.getByRole('tab', { name: 'Typed' }).click();
    });

    it('keeps what was typed over a reload, and brings the operations back on request', async () => {
      const { page } = browser;
      // What was typed, and which tab is in front, are kept a moment later.
      await expect.poll(() => page.evaluate(KEPT_IN_FRONT)).toContain('query Typed');
      await page.reload();
      // Which tab is in front is GraphiQL's to remember, and it may be late with that; what was typed is ours to keep.
      await page.getByRole('tab', { name: 'Typed' }).click();
      await page.getByRole('tab', { name: 'Typed', selected: true }).waitFor();
      // The tab is drawn before its editor.
      await expect.poll(() => textOf(page, '.graphiql-query-editor')).toBe(QUERY);

      page.once('dialog', (dialog) => void dialog.accept());
      // GraphiQL keeps a change half a second late, which may be while the page is on its way out.
      await page.evaluate(`(() => {
        const kept = localStorage.getItem('graphiql:tabState');
        addEventListener('beforeunload', () => localStorage.setItem('graphiql:tabState', kept));
      })()`);
      await page.getByRole('button', { name: 'Reset tabs' }).click();
      await page.getByRole('tab', { name: 'Customers', selected: true }).waitFor();
      expect((await page.getByRole('tab').allInnerTexts()).sort()).toEqual(await operationNames());
      await expect.poll(() => textOf(page, '.graphiql-editor-tool')).toContain('"first": 10');
    });

    it('asks no other host for anything and breaks no rule of its page', () => {
      expect(browser.strayRequests).toEqual([]);
      expect(browser.complaints).toEqual([]);
    });
  });
}

/** What a Monaco editor shows; it draws blanks as non-breaking ones. */
async function textOf(page: Page, editor: string): Promise<string> {
  const text = await page.locator(`${editor} .view-lines`).first().innerText();
  return text.replaceAll('\u00a0', ' ');
}

async function operationNames(): Promise<string[]> {
  const files = (await readdir(OPERATIONS)).filter((file) => file.endsWith('.graphql'));
  const names = await Promise.all(
    files.map(
      async (file) =>
        /^(?:query|mutation|subscription) (\w+)/m.exec(await readFile(new URL(file, OPERATIONS), 'utf8'))?.[1] ?? file,
    ),
  );
  return names.sort();
}

describeConsole('the gateway', 'Sandbox', async () => {
  const store = await temporaryStore();
  const gateway = startGatewayProcess({ DATABASE_URL: store.url });
  const { url } = await gateway.ready();
  return {
    url,
    async close() {
      gateway.child.kill('SIGTERM');
      await gateway.exited;
      await store.remove();
    },
  };
});
