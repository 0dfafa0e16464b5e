import type { Window } from '@/lib/core/request-limits'
import type { Policy } from './policies'
import type { Verdict } from './tallies'

/** Seconds until what refused has room again; 1 when nothing did. */
export const retryAfterOf = (verdicts: Verdict[]): number =>
  Math.max(1, ...verdicts.flatMap(({ windows }) => windows.filter(({ isOver }) => isOver).map(({ resetSeconds }) => resetSeconds)))

/** Names of the windows that refused, as in `RateLimit-Policy`. */
export const violatedBy = (verdicts: Verdict[]): string[] =>
  verdicts.flatMap(({ policy, windows }) => windows.filter(({ isOver }) => isOver).map((window) => nameOf(policy, window)))

/**
 * What holds and what is left of it, for each window. Source: draft-ietf-httpapi-ratelimit-headers-10, whose fields are lists of structured
 * items: `RateLimit-Policy: "anonymous-60s";q=20;w=60` and `RateLimit: "anonymous-60s";r=19;t=42`.
 */
export function limitHeaders(verdicts: Verdict[]): { 'RateLimit-Policy': string; RateLimit: string } {
  const all = verdicts.flatMap(({ policy, windows }) => windows.map((window) => ({ ...window, name: nameOf(policy, window) })))
  return {
    'RateLimit-Policy': all.map(({ name, limit, seconds }) => `"${name}";q=${limit};w=${seconds}`).join(', '),
    RateLimit: all.map(({ name, remaining, resetSeconds }) => `"${name}";r=${remaining};t=${resetSeconds}`).join(', '),
  }
}

const nameOf = ({ name }: Policy, { seconds }: Window) => `${name}-${seconds}s`
