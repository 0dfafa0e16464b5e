import { operations } from './operations'

/** Addresses beside the API of version 1, which are no `route()`: other programs are told there in their own words. */
const beside: Readonly<Record<string, string>> = {
  '/api/health/live': 'GET, HEAD, OPTIONS',
  '/api/health/ready': 'GET, HEAD, OPTIONS',
  '/api/inngest': 'GET, HEAD, OPTIONS, POST, PUT',
  '/api/metrics': 'GET, HEAD, OPTIONS',
  '/api/unsubscribe': 'GET, HEAD, OPTIONS, POST',
  '/api/webhooks/stripe': 'OPTIONS, POST',
  '/api/webhooks/test': 'OPTIONS, POST',
}

/**
 * What `Allow` says of an address (RFC 9110, section 10.2.1); null when no route that is loaded has it. Next loads a route before it
 * refuses a method there. HEAD comes with GET, and Next answers OPTIONS by itself.
 */
export function allowedMethods(path: string): string | null {
  const known = beside[path]
  if (known) return known
  const places = [...operations().keys()].map((operation) => operation.split(' ') as [string, string]).filter(([, address]) => isAt(address, path))
  // `/products/search` is at `/products/{slug}` too, but answers by itself.
  const nearest = Math.min(...places.map(([, address]) => namesIn(address)))
  const methods = places.filter(([, address]) => namesIn(address) === nearest).map(([method]) => method)
  if (methods.length === 0) return null
  return [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].sort().join(', ')
}

function isAt(address: string, path: string): boolean {
  const parts = path.split('/')
  const expected = address.split('/')
  return parts.length === expected.length && expected.every((part, at) => part === parts[at] || (part.startsWith('{') && parts[at] !== ''))
}

const namesIn = (address: string) => address.split('{').length - 1
