import { lint, typeCheck, vitest } from '../testing/parts'
import { createTally } from '../testing/tally'

/** The fast part of the tests, for while one works. Arguments go to vitest: `npm run check -- lib/cart`. */
export async function run(args: string[]): Promise<number> {
  const tally = createTally()
  await tally.part('Types', typeCheck)
  await tally.part('Lint', lint)
  await tally.part('Unit and integration tests', () => vitest('.data/check', { args }))
  return tally.close()
}
