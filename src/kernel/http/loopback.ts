const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/;

/** Whether a host, by name or address, is this machine alone. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host);
}
