/** Milliseconds of processor time that `work` takes, which are the same however busy the machine is with other things. */
export function processorTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
