import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseEnv } from '@/lib/platform/env'

const example = readFileSync('.env.example', 'utf8')
const explained = [...example.matchAll(/^([A-Z0-9_]+)=/gm)].map(([, name]) => name)
const declared = [...readFileSync('lib/platform/env.ts', 'utf8').matchAll(/^ {2}([A-Z][A-Z0-9_]+): z/gm)].map(([, name]) => name)

test('.env.example explains every variable that the shop reads', () => {
  expect(declared.length).toBeGreaterThan(15)
  expect(declared.filter((name) => !explained.includes(name))).toEqual([])
})

test('.env.example as it stands changes nothing', () => {
  const values = Object.fromEntries([...example.matchAll(/^([A-Z0-9_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]))
  expect(parseEnv(values)).toEqual(parseEnv({}))
})
