import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { PROGRAM_FOLDER } from './program-folder.js';

/**
 * Lets later starts take up what Node has compiled in this one, which halves the time to load the program. It is kept
 * beside the built program, where only who may change the program may write; where it cannot be written, nothing is kept.
 */
export function keepCompiledCode(): void {
  enableCompileCache(fileURLToPath(new URL('dist/.compiled/', PROGRAM_FOLDER)));
}
