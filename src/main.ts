import { keepCompiledCode } from './kernel/program/compiled-code.js';

// Before anything else is loaded, and so not in the file that imports it.
keepCompiledCode();
await import('./serve.js');
