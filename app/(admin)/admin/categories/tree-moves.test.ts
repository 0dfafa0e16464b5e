import { expect, test } from 'vitest'
import type { StaffCategory } from '@/lib/catalog/category-schemas'
import { CategoryId, newId } from '@/lib/core/ids'
import { movedTree, placeAt, placeByStep } from './tree-moves'

const made = (name: string, parent: StaffCategory | null): StaffCategory => ({
  id: CategoryId.parse(newId()),
  parent_id: parent?.id ?? null,
  depth: parent ? parent.depth + 1 : 0,
  name,
  slug: name,
  description: '',
  picture: null,
  is_active: true,
  is_shown: true,
  products: { count: 0, is_exact: true },
  version: '',
})

const home = made('home', null)
const light = made('light', home)
const lamps = made('lamps', light)
const rugs = made('rugs', home)
const gifts = made('gifts', null)
const tree = [home, light, lamps, rugs, gifts]

const shapeOf = (categories: StaffCategory[]) => categories.map(({ depth, name }) => '-'.repeat(depth) + name).join(' ')
const after = (category: StaffCategory, place: ReturnType<typeof placeAt>) => (place ? shapeOf(movedTree(tree, category, place)) : null)

test('a category goes before, after or below another one with all that is in it, and never into itself', () => {
  expect(after(gifts, placeAt(tree, gifts, home, 'before'))).toBe('gifts home -light --lamps -rugs')
  expect(after(light, placeAt(tree, light, rugs, 'after'))).toBe('home -rugs -light --lamps gifts')
  expect(after(light, placeAt(tree, light, gifts, 'inside'))).toBe('home -rugs gifts -light --lamps')
  expect(after(home, placeAt(tree, home, lamps, 'inside'))).toBeNull()
  expect(after(home, placeAt(tree, home, home, 'before'))).toBeNull()
})

test('its buttons move it one step, and say when there is none', () => {
  expect(after(rugs, placeByStep(tree, rugs, 'up'))).toBe('home -rugs -light --lamps gifts')
  expect(after(rugs, placeByStep(tree, rugs, 'down'))).toBeNull()
  expect(after(rugs, placeByStep(tree, rugs, 'in'))).toBe('home -light --lamps --rugs gifts')
  expect(after(lamps, placeByStep(tree, lamps, 'out'))).toBe('home -light -lamps -rugs gifts')
  expect(after(home, placeByStep(tree, home, 'out'))).toBeNull()
  expect(after(home, placeByStep(tree, home, 'in'))).toBeNull()
})
