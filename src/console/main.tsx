import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './console.css';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Header } from './header.js';
import { hasKeptTabs } from './kept-tabs.js';
import { operationTabs } from './operations.js';

const subscriptionUrl = Object.assign(new URL('/graphql', location.href), {
  protocol: location.protocol === 'https:' ? 'wss:' : 'ws:',
}).href;
// What stands under Headers goes with the connection, too.
const fetcher = createGraphiQLFetcher({ url: '/graphql', subscriptionUrl });

/** With many tabs the new or chosen one may lie outside the visible part of the bar. */
function revealTab({ activeTabIndex }: { activeTabIndex: number }): void {
  requestAnimationFrame(() => {
    document
      .getElementById(`graphiql-session-tab-${activeTabIndex}`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
}

// GraphiQL takes the first tab's query from its tabs, but not the variables.
const firstVariables = hasKeptTabs() ? undefined : operationTabs[0]?.variables;

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element "root".');

createRoot(root).render(
  <StrictMode>
    <Header />
    <GraphiQL
      fetcher={fetcher}
      defaultTabs={operationTabs}
      defaultEditorToolsVisibility="variables"
      {...(firstVariables && { initialVariables: firstVariables })}
      onTabChange={revealTab}
      schemaDescription
    >
      <GraphiQL.Logo>{null}</GraphiQL.Logo>
    </GraphiQL>
  </StrictMode>,
);
