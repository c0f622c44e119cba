import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './console.css';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Header } from './header.js';
import { operationTabs } from './operations.js';

const fetcher = createGraphiQLFetcher({ url: '/graphql' });

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element "root".');

createRoot(root).render(
  <StrictMode>
    <Header />
    <GraphiQL fetcher={fetcher} defaultTabs={operationTabs} defaultEditorToolsVisibility="variables" schemaDescription>
      <GraphiQL.Logo>{null}</GraphiQL.Logo>
    </GraphiQL>
  </StrictMode>,
);
