/** Names and addresses that never leave the machine (RFC 8252 §7.3, RFC 6761 §6.3). @param hostname as `URL` gives it */
export const isThisMachine = (hostname: string): boolean =>
  hostname === 'localhost' ||
  hostname.endsWith('.localhost') ||
  hostname === '[::1]' ||
  /^127(?:\.\d{1,3}){3}$/.test(hostname)
