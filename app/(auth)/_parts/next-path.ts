import { OwnPath } from '@/lib/core/own-path'

/** Where somebody was on the way to, as `?next=` says; absent when it is not a page of ours. */
export const nextOf = ({ next }: Record<string, string | string[] | undefined>): string | undefined =>
  typeof next === 'string' ? OwnPath.parse(next) : undefined

/** `path`, which keeps in mind where to go afterwards. */
export const withNext = (path: string, next: string | undefined): string =>
  next === undefined ? path : `${path}${path.includes('?') ? '&' : '?'}next=${encodeURIComponent(next)}`
