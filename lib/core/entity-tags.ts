/**
 * Whether `If-None-Match` names this entity tag, so that 304 is the answer (RFC 9110, section 13.1.2). The comparison is weak (8.8.3.2):
 * a proxy that compresses makes a strong tag weak, and the caller sends it back as such.
 */
export function isKnownTag(ifNoneMatch: string, etag: string): boolean {
  if (ifNoneMatch === etag || ifNoneMatch.trim() === '*') return true
  const opaque = opaqueOf(etag)
  return ifNoneMatch.split(',').some((tag) => opaqueOf(tag.trim()) === opaque)
}

const opaqueOf = (tag: string) => tag.replace(/^W\//, '')
