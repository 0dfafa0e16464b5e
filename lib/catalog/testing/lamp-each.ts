import { beforeAll, beforeEach } from 'vitest'
import { makeLamp, makeTree, newEvents } from './world'

type Scene = { tree: Awaited<ReturnType<typeof makeTree>>; lamp: Awaited<ReturnType<typeof makeLamp>> }

/** Before each test of the file a lamp of its own in one tree, and no event of before. `made` is its number: it is `lamp-1`, then `lamp-2`. */
export function lampEach(): Scene & { made: number } {
  const scene: Partial<Scene> = {}
  const there = <Name extends keyof Scene>(name: Name): NonNullable<Scene[Name]> => {
    const thing = scene[name]
    if (!thing) throw new Error('It is there in tests only')
    return thing
  }
  let made = 0
  beforeAll(async () => {
    scene.tree = await makeTree()
  })
  beforeEach(async () => {
    scene.lamp = await makeLamp(there('tree').lamps, `lamp-${++made}`)
    await newEvents()
  })
  return {
    get made() {
      return made
    },
    get tree() {
      return there('tree')
    },
    get lamp() {
      return there('lamp')
    },
  }
}
