import { lookup as resolveHost } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Where connections may lead. */
export interface EndpointRules {
  /** Domains of the vendor: their hosts are taken over https alone, and at public addresses alone. */
  readonly domains: readonly string[];
  /** Hosts, with a port where it is not the usual one, that whoever runs the gateway allows besides. */
  readonly allowed: readonly string[];
}

/** Why the address cannot be an endpoint; null if it can. */
export function endpointProblem(address: string, rules: EndpointRules): string | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^https?:$/.test(url.protocol)) return 'This is no http(s) address.';
  if (url.username || url.password) return 'Credentials do not belong into an address.';
  if (url.search || url.hash) return 'An endpoint has no query and no fragment.';
  if (isAllowed(url, rules)) return null;
  if (!isOfVendor(url, rules)) {
    const known = rules.domains.map((domain) => `*.${domain}`).join(', ');
    return `${url.host} is none of the vendor's hosts (${known}), and CONNECTION_HOSTS does not name it.`;
  }
  if (url.protocol !== 'https:') return 'The endpoint must be https.';
  return url.port === '' ? null : "The vendor's hosts are reached at the usual port alone.";
}

/** How the host of an endpoint is looked up; undefined where the usual way will do. */
export function lookupFor(address: string, rules: EndpointRules): LookupFunction | undefined {
  return isAllowed(new URL(address), rules) ? undefined : publicLookup;
}

const isAllowed = ({ host, hostname }: URL, { allowed }: EndpointRules) =>
  allowed.some((one) => one === host || one === hostname);

const isOfVendor = ({ hostname }: URL, { domains }: EndpointRules) =>
  domains.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`));

/**
 * Looks a host up and refuses addresses that are not public: a name of the vendor that leads into the own network is
 * somebody's trap. Done for every connection that is opened, which goes to the very address that was looked at: a name that
 * changes its mind gains nothing.
 */
export function publicLookupBy(resolve: typeof resolveHost): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      if (error) return done(error, '', 0);
      const closed = found.find(({ address, family }) => !isPublic(address, family));
      const [first] = found;
      if (closed || !first) {
        return done(new Error(`${hostname} leads to ${closed?.address}, which is not public`), '', 0);
      }
      if (options.all) return done(null, found);
      done(null, first.address, first.family);
    });
  };
}

export const publicLookup = publicLookupBy(resolveHost);

/** Whether an address is one of the public internet. */
export function isPublic(address: string, family: number): boolean {
  if (family !== 6) return isIP(address) === 4 && !SPECIAL.check(address, 'ipv4');
  const groups = groupsOf(address);
  if (groups === null) return false;
  const [first = 0, second = 0] = groups;
  // IPv4 behind a mapped address, or behind a translator, is what is reached.
  const carrier = groups.slice(0, 6).map((group) => group.toString(16));
  if (CARRIERS.has(carrier.join(':'))) return isPublic(lastFourBytes(groups), 4);
  const global = first >> 13 === 1;
  return global && !(first === 0x2001 && second < 0x200) && !SPECIAL.check(address, 'ipv6');
}

const CARRIERS = new Set(['0:0:0:0:0:ffff', '64:ff9b:0:0:0:0']);

/** The eight groups of an IPv6 address; null for what is none, or one of a single link (`fe80::1%eth0`). */
function groupsOf(address: string): number[] | null {
  if (isIP(address) !== 6 || !URL.canParse(`http://[${address}]`)) return null;
  const written = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [front = [], back] = written.split('::').map((part) => (part === '' ? [] : part.split(':')));
  const left = 8 - front.length - (back?.length ?? 0);
  return [...front, ...Array.from({ length: left }, () => '0'), ...(back ?? [])].map((group) =>
    Number.parseInt(group, 16),
  );
}

function lastFourBytes(groups: readonly number[]): string {
  return groups
    .slice(6)
    .flatMap((group) => [group >> 8, group & 0xff])
    .join('.');
}

// https://www.iana.org/assignments/iana-ipv4-special-registry and its twin for IPv6, of what lies in 2000::/3
const SPECIAL = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  SPECIAL.addSubnet(network, prefix, 'ipv4');
}
for (const [network, prefix] of [
  ['2001:db8::', 32],
  // 6to4 leads to the IPv4 address in it.
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  SPECIAL.addSubnet(network, prefix, 'ipv6');
}
