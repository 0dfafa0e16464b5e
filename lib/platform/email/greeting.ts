/**
 * `Hello Ada,` from a full name, or `Hello,`. The name is what somebody typed, and the mail may reach somebody else: only a plain word
 * is taken, so that nobody can send a link or a sentence of theirs in our name.
 */
export function greeting(fullName: string): string {
  const first = fullName.trim().split(/\s+/)[0] ?? ''
  return /^[\p{L}\p{M}'’-]{1,30}$/u.test(first) ? `Hello ${first},` : 'Hello,'
}
