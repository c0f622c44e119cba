// Prints "N passed, N failed" from the JSON report of the test runner: `node summary.mjs REPORT`.
import { existsSync, readFileSync } from 'node:fs';

const [, , path] = process.argv;
if (!existsSync(path)) {
  console.log('The tests did not run: one of the checks before them failed.');
  process.exit(1);
}
const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(path, 'utf8'));
// A file that cannot be loaded, or whose hooks fail, has no failed test to be counted by.
const brokenFiles = testResults.filter(
  ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
);
for (const { name } of brokenFiles) console.log(`failed as a whole: ${name}`);
if (numPendingTests > 0) console.log(`${numPendingTests} skipped`);
console.log(`${numPassedTests} passed, ${numFailedTests + brokenFiles.length} failed`);
