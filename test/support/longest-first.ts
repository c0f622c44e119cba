import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Those that take longest, by themselves: one that is begun last is waited for while the other processors have nothing to do. */
const LONG = [
  'e2e/backfill',
  'fuzz/inputs',
  'faults/disk-full',
  'faults/matrix',
  'e2e/process',
  'e2e/command-line',
  'e2e/failures',
  'e2e/store-away',
  'e2e/tenants',
  'e2e/store-busy',
  'e2e/traces-process',
  'e2e/revenue-uploads',
  'contract/store/open',
  'e2e/upstream-requests',
  'contract/store/search',
  'e2e/change-crash',
  'e2e/doctor',
  'e2e/customers',
  'faults/redis-away',
  'e2e/canaries',
  'e2e/graphiql',
].map((name) => `/test/${name}.test.ts`);

/** As ever, but for the long ones of the files that follow each other: in a fresh clone nothing is known of how long any takes. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification) => {
      const at = LONG.findIndex((name) => moduleId.endsWith(name));
      return at < 0 ? LONG.length : at;
    };
    const together = sorted.filter(({ project }) => !project.config.isolate);
    return [
      ...sorted.filter(({ project }) => project.config.isolate),
      ...together.toSorted((a, b) => rank(a) - rank(b)),
    ];
  }
}
