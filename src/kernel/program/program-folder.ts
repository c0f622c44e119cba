import { findPackageJSON } from 'node:module';
import { pathToFileURL } from 'node:url';

/** Where the program lies, with its package.json. The built files are fewer than their sources and lie at other depths. */
export const PROGRAM_FOLDER = new URL('.', pathToFileURL(findPackageJSON('.', import.meta.url) ?? ''));
