import type { WorldProduct } from '@/db/testing/world'
import { forEach } from '../harness/for-each'
import type { Answered } from './ask-directly'
import type { Asked, World } from './asking'
import { belongingsOf } from './belongings'
import { makeCast } from './cast'
import { fingerprintOf } from './fingerprint'
import { type Caller, outsiders, type Row } from './table'

/** A line of the table, and the way to ask at its door. */
export type Door = { row: Row; ask(asked: Asked, identity: Record<string, string>): Promise<Answered> }

type Requests = Record<string, (world: World) => Asked | Promise<Asked>>

/** What differs from the table, one sentence each: the verdict, what an answer shows of A, and what outsiders changed. */
export async function complaintsAbout(doors: Door[], requests: Requests, product: WorldProduct): Promise<string[]> {
  const found: string[] = []
  await forEach(doors, async (door) => void found.push(...(await complaintsOf(door, requests, product))))
  return found
}

async function complaintsOf(door: Door, requests: Requests, product: WorldProduct): Promise<string[]> {
  const make = requests[door.row.name]
  if (!make) return [`${door.row.name}: nobody knows what to ask`]
  const found: string[] = []
  let world = await makeWorld(product)
  let isUsed = false
  for (const caller of [...outsiders, 'A', 'bearer'] as const) {
    // What whoever has the link did, what staff did, and what A did, cannot be done again.
    if (isUsed || isOnceOnly(door.row) || caller === 'bearer') world = await makeWorld(product)
    isUsed = door.row.verdicts[caller].changesA
    const wrong = await complaintOf(door, caller, world, await make(world))
    found.push(...wrong.map((text) => `${door.row.name}, ${caller}: ${text}`))
  }
  return found
}

export async function makeWorld(product: WorldProduct): Promise<World> {
  const cast = await makeCast(product)
  return { cast, owns: belongingsOf(cast, product), product }
}

const isByLink = ({ name }: Row) => name.endsWith(': by link')
/** A person who is banned may try the password five times, like everybody. */
const isOnceOnly = (row: Row) => isByLink(row) || row.name.endsWith(': a banned person')
const isOutsider = (caller: Caller) => caller !== 'A' && caller !== 'bearer'

async function complaintOf({ row, ask }: Door, caller: Caller, { cast, owns }: World, asked: Asked): Promise<string[]> {
  const { status, showsA, changesA } = row.verdicts[caller]
  const before = await fingerprintOf(cast.a.id)
  const answer = await ask(asked, cast.identity[caller])
  const changed = isOutsider(caller) && !isByLink(row) && !changesA ? differences(before, await fingerprintOf(cast.a.id)) : []
  const shown = shownIn(answer.text, owns.signs, asked)
  const mayShow = showsA || !isOutsider(caller)
  return [
    ...(answer.status === status ? [] : [`${answer.status} instead of ${status}: ${answer.text.slice(0, 300)}`]),
    ...(showsA && !shown ? [`does not show what is A's: ${answer.text.slice(0, 300)}`] : []),
    ...(shown && !mayShow ? [`shows what is A's: ${shown}`] : []),
    ...(changed.length > 0 ? [`changed ${changed.join(', ')} of A`] : []),
  ]
}

/** Some of A's in the answer, with what stands around it; not what the caller has sent themselves. */
export function shownIn(text: string, signs: Set<string>, asked: Asked): string | undefined {
  const sent = JSON.stringify(asked)
  const sign = [...signs].find((one) => text.includes(one) && !sent.includes(one))
  return sign && text.slice(Math.max(0, text.indexOf(sign) - 120), text.indexOf(sign) + 60)
}

export const differences = (before: Record<string, string>, after: Record<string, string>) =>
  Object.keys({ ...before, ...after }).filter((place) => before[place] !== after[place])
