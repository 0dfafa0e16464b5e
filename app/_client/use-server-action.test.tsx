import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { notFound, redirect } from 'next/navigation'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, expect, test, vi } from 'vitest'
import { idle } from '@/lib/web/action-state'
import { noAnswer } from './no-answer'
import { useFormAction } from './use-form-action'
import { answered, type FormAction } from './use-server-action'

const broken: FormAction = () => Promise.reject(new TypeError('Failed to fetch'))

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

afterEach(() => vi.restoreAllMocks())

test('when the connection breaks, what was typed stays and nobody claims that nothing was done', async () => {
  vi.spyOn(console, 'error').mockReturnValue()
  const fields = { number: 'HS-1', amount: '12.50', reason: 'Chipped' }
  expect(await answered(broken)(idle, formOf({ ...fields, idempotency_key: 'key-of-this-form' }))).toMatchObject({
    status: 'failed',
    code: 'no_answer',
    message: noAnswer(true),
    values: fields,
  })
  expect(await answered(broken)(idle, formOf({ version: '7' }))).toMatchObject({ message: noAnswer(true) })
  expect(await answered(broken)(idle, formOf(fields))).toMatchObject({ message: noAnswer(false) })
  expect(noAnswer(true)).toMatch(/we do not know .* only once/)
  expect(noAnswer(false)).toMatch(/we do not know .* look/)
})

test('where an action leads on or finds nothing, Next is told', async () => {
  const leads: FormAction = async () => redirect('/admin')
  const misses: FormAction = async () => notFound()
  await expect(answered(leads)(idle, formOf({}))).rejects.toMatchObject({ digest: expect.stringContaining('NEXT_REDIRECT') })
  await expect(answered(misses)(idle, formOf({}))).rejects.toMatchObject({ digest: expect.stringContaining('404') })
})

test('an answer that arrives is the answer', async () => {
  const done: FormAction<number> = async () => ({ status: 'done', value: 1 })
  expect(await answered(done)(idle, formOf({}))).toEqual({ status: 'done', value: 1 })
})

const own: FormAction = async () => idle
/** As the server knows a Server Action: it can print the fields that name it. */
const named = Object.assign(own, {
  $$FORM_ACTION: (prefix: string) => ({
    name: `${prefix}action`,
    method: 'POST',
    encType: 'multipart/form-data',
    data: formOf({ $ACTION_REF: '1' }),
  }),
  bind: () => named,
})
const Form = () => <form action={useFormAction(named).submit} />

test('the hidden fields with which a form names its action without JavaScript are drawn', () => {
  expect(renderToStaticMarkup(<Form />)).toContain('name="$ACTION_REF"')
})

const sources = (folder: string, named: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => named.test(file))
    .map((file) => ({ file, text: readFileSync(path.join(folder, file), 'utf8') }))

test('every form takes its Server Action through the one place that minds a lost answer', () => {
  const others = sources('app', /\.tsx?$/).filter(({ file, text }) => /useActionState[(<]/.test(text) && !file.includes('use-server-action'))
  expect(others.map(({ file }) => file)).toEqual([])
})

test('a dialog sends a key exactly where its action heeds it', () => {
  const heeding = sources('app/(admin)', /\bactions\.ts$/)
    .flatMap(({ text }) => text.split('export const ').slice(1))
    .flatMap((text) => (text.includes('idempotent: true') ? [text.split(' ')[0]] : []))
  const dialogs = sources('app/(admin)', /\.tsx$/).flatMap(({ text }) => text.split('<FormDialog').slice(1))
  const actionOf = (text: string) => /action=\{(\w+)\}/.exec(text)?.[1] ?? ''
  expect(heeding.length).toBeGreaterThan(0)
  expect(new Set(dialogs.map(actionOf).filter((action) => heeding.includes(action)))).toEqual(new Set(heeding))
  expect(dialogs.filter((text) => /\n\s+actsOnce\n/.test(text) !== heeding.includes(actionOf(text))).map(actionOf)).toEqual([])
})
