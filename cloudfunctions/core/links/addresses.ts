import ipaddr from 'ipaddr.js';

/** All of IPv6 that is routed publicly lies in here; what embeds IPv4 addresses has ranges of its own within. */
const GLOBAL: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];

/**
 * Whether an address is on the public Internet: not this machine, not a private, link-local, carrier's or metadata
 * network, however it is written (IPv4 in IPv6, 6to4, NAT64).
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  if (address.range() !== 'unicast') return false;
  return address instanceof ipaddr.IPv4 || address.match(GLOBAL);
}
