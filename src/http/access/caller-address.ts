import type { IncomingMessage } from 'node:http';
import { BlockList, isIPv6 } from 'node:net';

/** Whether the word of a host about who asks is taken. */
export type Trusts = (address: string) => boolean;

/** @param networks addresses, or networks with the length of their prefix: `10.0.0.0/8` */
export function trusting(networks: readonly string[]): Trusts {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return (address) => {
    const plain = withoutMapping(address);
    return list.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4');
  };
}

/** The nearest address that is no trusted proxy: what stands before it in X-Forwarded-For, anybody could have written. */
export function callerAddress({ socket, headers }: IncomingMessage, trusts: Trusts): string {
  const forwarded = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .flatMap((one) => one.trim() || []);
  let address = socket.remoteAddress ?? '';
  while (forwarded.length > 0 && trusts(address)) address = forwarded.pop() ?? '';
  return address;
}

/** An IPv4 address as a socket for both families tells it. */
export function withoutMapping(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
}
