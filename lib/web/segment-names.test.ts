import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'

/** What stands at each place of the URL tree where something dynamic does, in the words of the folders: `/api/v1/orders` has `[number]`. */
function namesByPlace(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const { parentPath, name } of readdirSync('app', { recursive: true, withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    if (!/^\[\w+\]$/.test(name)) continue
    const place = parentPath.replaceAll(/\/\([^)]*\)/g, '')
    found.set(place, (found.get(place) ?? new Set()).add(name))
  }
  return found
}

test('one place of the URL tree has one name for what is dynamic there: two stop the server at its start, and no other check sees it', () => {
  const places = namesByPlace()
  expect(places.size).toBeGreaterThan(10)
  expect([...places].filter(([, names]) => names.size > 1)).toEqual([])
})
