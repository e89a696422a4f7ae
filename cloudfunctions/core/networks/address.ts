import ipaddr from 'ipaddr.js';
import { keyedHash } from '../platform/crypto';

/** Of IPv6 the first half: a phone changes the second as it likes. */
function networkPart(address: string): string {
  const parsed = ipaddr.process(address);
  return parsed.kind() === 'ipv6'
    ? (parsed as ipaddr.IPv6).parts.slice(0, 4).join(':')
    : parsed.toNormalizedString();
}

const isAddress = (text: string): boolean =>
  ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text);

/**
 * What is stored in place of an address: a keyed hash, 22 characters base64url. undefined when there is no address.
 */
export const networkOf = (address: string): string | undefined =>
  isAddress(address) ? keyedHash('network', networkPart(address)).slice(0, 22) : undefined;
