import { BlockList, isIP } from 'node:net'

const PRIVATE = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['224.0.0.0', 3],
] as const)
  PRIVATE.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  PRIVATE.addSubnet(net, bits, 'ipv6')

/**
 * Whether an address leads to this machine or its own network, by its host or by what the host's name stands for. Such addresses are
 * the user's to ask for, but no page's or feed's to send us to.
 */
export const isPrivate = async ({ hostname }: URL, addresses: (host: string) => Promise<readonly string[]>): Promise<boolean> => {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  if (isIP(host)) return isPrivateIp(host)
  if (!host.includes('.') || /\.(?:localhost|local|internal|lan|home\.arpa)$/i.test(host)) return true
  return (await addresses(host)).some(isPrivateIp)
}

const isPrivateIp = (ip: string): boolean => PRIVATE.check(ip, isIP(ip) === 6 ? 'ipv6' : 'ipv4')
