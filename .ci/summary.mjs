// Prints "N passed, N failed" from the JSON reports of the test runner: `node summary.mjs REPORT...`. Fails without one of them.
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

const reports = process.argv.slice(2);
const there = reports.filter((path) => existsSync(path));
for (const path of reports.filter((one) => !there.includes(one))) {
  console.log(`There is no ${basename(path)}: these tests did not run, for one of the checks before them failed.`);
  process.exitCode = 1;
}
let [passed, failed, skipped] = [0, 0, 0];
for (const path of there) {
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(path, 'utf8'));
  // A file that cannot be loaded, or whose hooks fail, has no failed test to be counted by.
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  for (const { name } of brokenFiles) console.log(`failed as a whole: ${name}`);
  passed += numPassedTests;
  failed += numFailedTests + brokenFiles.length;
  skipped += numPendingTests;
}
if (skipped > 0) console.log(`${skipped} skipped`);
if (there.length > 0) console.log(`${passed} passed, ${failed} failed`);
