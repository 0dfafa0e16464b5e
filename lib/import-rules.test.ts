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

/** Plants each import in a file of its own in empty trees with our configuration, and returns the ones that the linter refuses. */
function refused(planted: Planted): string[] {
  const root = mkdtempSync(path.join(tmpdir(), 'import-rules-'))
  const treeOf = (index: number) => {
    const file = planted[index]?.[0]
    // A tree has each file once: several violations of one file stand in several trees.
    return path.join(root, String(planted.slice(0, index).filter(([other]) => other === file).length))
  }
  try {
    const configuration = JSON.stringify({ ...JSON.parse(readFileSync('biome.json', 'utf8')), $schema: undefined, vcs: { enabled: false } })
    planted.forEach(([file, specifier], index) => {
      mkdirSync(path.join(treeOf(index), path.dirname(file)), { recursive: true })
      writeFileSync(path.join(treeOf(index), file), `import { planted } from '${specifier}'\n\nexport const use = planted\n`)
      writeFileSync(path.join(treeOf(index), 'biome.json'), configuration)
    })
    const trees = new Set(planted.map((_, index) => treeOf(index)))
    const reports = new Map([...trees].map((tree) => [tree, refusalsIn(tree)]))
    return names(planted.filter(([file], index) => reports.get(treeOf(index))?.has(file)))
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

/** The files of a tree that import what they must not. */
function refusalsIn(tree: string): Set<string> {
  const run = spawnSync(path.resolve('node_modules/.bin/biome'), ['lint', '--max-diagnostics=none', '.'], { cwd: tree, encoding: 'utf8' })
  const lines = `${run.stdout}${run.stderr}`.matchAll(/^(?:\.\/)?(\S.*?):\d+:\d+ lint\/style\/noRestrictedImports/gm)
  return new Set([...lines].map(([, file = '']) => file))
}

const names = (planted: Planted) => planted.map(([file, specifier]) => `${file} <- ${specifier}`)

test('every planted violation of the import rules is refused', () => {
  expect(refused(violations)).toEqual(names(violations))
})

test('the imports that the rules allow are not refused', () => {
  expect(refused(allowed)).toEqual([])
})
