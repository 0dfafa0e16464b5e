import { z } from 'zod'

const ANYWHERE = 'http://own.invalid'

/** A page of this shop that a link may lead back to: never another site, however it is spelled, and no operation of the API. */
export const isOwnPath = (path: string): boolean =>
  path.length <= 1000 && /^\/(?![/\\])[\x21-\x7e]*$/.test(path) && URL.canParse(path, ANYWHERE) && isPlainPage(new URL(path, ANYWHERE))

const isPlainPage = ({ origin, pathname }: URL) => origin === ANYWHERE && !pathname.startsWith('//') && !pathname.startsWith('/api/')

/** Anything that is not a path of ours counts as absent. */
export const OwnPath = z
  .string()
  .optional()
  .transform((path) => (path !== undefined && isOwnPath(path) ? path : undefined))
