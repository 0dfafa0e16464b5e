import { z } from 'zod'
import { shopRoutes } from './tables/shop-routes'
import { staffRoutes } from './tables/staff-routes'

export { actionTable } from './tables/actions'
export { pageTable } from './tables/pages'

/*
 * Who may do what at every door of the shop: each method of each route handler, each Server Action, each page (S2). A door that is missing
 * here fails the tests, and so does a line without a door. One line is an operation on what belongs to A; each column is who asks:
 *
 *   nobody   without any cookie                  staff   signed in, role staff
 *   guest    with a cart and its cookie          admin   signed in, role admin
 *   A        the owner, signed in by cookie      ended   with the cookie of a session of A that is over
 *   B        another customer, signed in         banned  with the cookie of a customer who was banned
 *                                                bearer  A, by Authorization: Bearer
 *                                                clerk   staff whose role grants nothing; left out where it is as for staff
 *
 * A cell is the status of the answer. A star after it: the answer shows what is A's, and it is tested that it does, so that a test that
 * looks for it elsewhere can find it. A plus: who works here may change what is A's by it. No answer to anybody else may show anything of A's without a star, and nothing of A's may be changed
 * by what others ask. For an action, 200 stands for "done" and for the redirect after it; a refusal has the status of its code. What
 * somebody else owns is 404, as if it did not exist. After a colon stands a variant: the same door, asked in another way.
 *
 * Pages are for browsers, which say who asks by cookie: there a bearer is nobody.
 *
 * Local mode, with the test payment provider: Stripe is not set up, and the mailbox and the metrics are open.
 */

export const callers = ['nobody', 'guest', 'A', 'B', 'staff', 'admin', 'ended', 'banned', 'bearer', 'clerk'] as const
export type Caller = (typeof callers)[number]

/** Everybody but A. */
export const outsiders = callers.filter((caller) => caller !== 'A' && caller !== 'bearer')

export const routeTable = shopRoutes + staffRoutes

/** A line of the table: `door` is what has to exist in the file tree, `name` tells its variants apart. */
export type Row = { name: string; door: string; verdicts: Record<Caller, Verdict> }
export type Verdict = { status: number; showsA: boolean; changesA: boolean }

/** @throws when a line has a cell too few or too many, or is there twice. */
export function rowsOf(table: string): Row[] {
  const rows = table
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('## '))
    .map(rowOf)
  const twice = rows.find(({ name }, index) => rows.findIndex((row) => row.name === name) !== index)
  if (twice) throw new Error(`${twice.name} is in the table twice`)
  return rows
}

function rowOf(line: string): Row {
  const [, name = '', cells = ''] = /^(.+?)((?:\s+\d{3}[*+]*)+)$/.exec(line) ?? []
  const written = cells.trim().split(/\s+/).map(verdictOf)
  const ofStaff = written[callers.indexOf('staff')]
  const verdicts = written.length === callers.length - 1 && ofStaff ? [...written, ofStaff] : written
  const [door = ''] = name.replace(/ +/, ' ').split(': ')
  return {
    name: name.replace(/ +/, ' '),
    door,
    verdicts: Verdicts.parse(
      Object.fromEntries(callers.map((caller, index) => [caller, verdicts.length === callers.length ? verdicts[index] : null])),
    ),
  }
}

const Verdicts = z.record(z.enum(callers), z.object({ status: z.number(), showsA: z.boolean(), changesA: z.boolean() }))

const verdictOf = (cell: string): Verdict => ({ status: Number.parseInt(cell, 10), showsA: cell.includes('*'), changesA: cell.includes('+') })
