import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'

/** What each room of the house must not import: [file, import that has to be refused]. */
const violations = [
  ['lib/core/planted.ts', '@/lib/platform/env'],
  ['lib/core/planted.ts', '@/db/client'],
  ['db/planted.ts', '@/lib/cart/add-item'],
  ['db/planted.ts', '@/lib/platform/events/publish'],
  ['lib/platform/planted/planted.ts', '@/lib/cart/add-item'],
  ['lib/platform/payments/planted.ts', 'next/headers'],
  ['lib/platform/payments/planted.ts', 'react'],
  ['lib/platform/email/planted.ts', 'next/headers'],
  ['lib/cart/planted.ts', 'next/cache'],
  ['lib/cart/planted.ts', '@/lib/web/route'],
  ['lib/cart/planted.ts', '@/lib/checkout/place-order'],
  ['lib/cart/planted.ts', '@/app/_ui/button'],
  ['lib/cart/schemas.ts', '@/lib/cart/add-item'],
  ['lib/jobs/planted.ts', '@/lib/web/route'],
  ['lib/web/planted.ts', '@/lib/cart/add-item'],
  ['app/(shop)/planted.tsx', '@/db/client'],
  ['app/_ui/planted.tsx', '@/lib/cart/schemas'],
  ['app/_client/planted.tsx', '@/lib/platform/env'],
  ['app/(shop)/planted.tsx', '@/local/supervisor'],
] as const

/** The same places may import these. */
const allowed = [
  ['db/planted.ts', '@/lib/platform/env'],
  ['lib/cart/planted.ts', '@/db/client'],
  ['lib/checkout/planted.ts', '@/lib/cart/add-item'],
  ['lib/catalog/cached.ts', 'next/cache'],
  ['lib/platform/cache/planted.ts', 'next/cache'],
  ['lib/platform/email/planted.ts', 'react'],
  ['lib/cart/schemas.ts', '@/lib/catalog/schemas'],
  ['lib/web/planted.ts', 'next/headers'],
  ['app/(shop)/planted.tsx', '@/lib/cart/add-item'],
  ['app/_client/planted.tsx', '@/lib/cart/schemas'],
] as const

type Planted = readonly (readonly [string, string])[]

/** Plants each import in a file of its own in an empty tree with our configuration, and returns the ones that the linter refuses. */
function refused(planted: Planted): string[] {
  const root = mkdtempSync(path.join(tmpdir(), 'import-rules-'))
  try {
    const configuration = JSON.stringify({ ...JSON.parse(readFileSync('biome.json', 'utf8')), $schema: undefined, vcs: { enabled: false } })
    const found: string[] = []
    planted.forEach(([file, specifier], index) => {
      const tree = path.join(root, String(index))
      mkdirSync(path.join(tree, path.dirname(file)), { recursive: true })
      writeFileSync(path.join(tree, file), `import { planted } from '${specifier}'\n\nexport const use = planted\n`)
      writeFileSync(path.join(tree, 'biome.json'), configuration)
      const run = spawnSync(path.resolve('node_modules/.bin/biome'), ['lint', file], { cwd: tree, encoding: 'utf8' })
      if (`${run.stdout}${run.stderr}`.includes('noRestrictedImports')) found.push(`${file} <- ${specifier}`)
    })
    return found
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

const names = (planted: Planted) => planted.map(([file, specifier]) => `${file} <- ${specifier}`)

test('every planted violation of the import rules is refused', () => {
  expect(refused(violations)).toEqual(names(violations))
})

test('the imports that the rules allow are not refused', () => {
  expect(refused(allowed)).toEqual([])
})
