import { createRef } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { withItsField, wordsOfName } from './field-words'
import { FormSummary } from './form-summary'
import type { FormActionState } from './use-form-action'

function summaryOf(fieldErrors: Record<string, string>, idPrefix?: string, labels?: Record<string, string>): string[] {
  const state = { status: 'failed', code: 'invalid_input', message: '', fieldErrors, values: {}, extra: {} } as const
  const form: FormActionState<unknown> = {
    submit: () => {},
    isPending: false,
    state,
    values: {},
    errors: fieldErrors,
    answers: 1,
    summary: createRef(),
  }
  const markup = renderToStaticMarkup(<FormSummary form={form} idPrefix={idPrefix} labels={labels} />)
  return [...markup.matchAll(/<a href="(#[^"]*)"[^>]*>([^<]*)</g)].map(([, to, text]) => `${to} ${text}`)
}

test('each entry of a summary says which field it is about, before there is a script too', () => {
  const missing = 'This is missing.'
  expect(summaryOf({ name: missing, price_minor: missing, sku: missing, primary_category_id: missing, slug: missing })).toEqual([
    '#name Name: This is missing.',
    '#price_minor Price: This is missing.',
    '#sku Sku: This is missing.',
    '#primary_category_id Primary category: This is missing.',
    '#slug Slug: This is missing.',
  ])
  expect(summaryOf({ new_password: 'At least 8 characters, please.' }, 'my-')).toEqual([
    '#my-new_password New password: At least 8 characters, please.',
  ])
})

test('a field that is not called as its name is called by its label, before there is a script too', () => {
  const labels = { body: 'Your review', line1: 'Street and house number' }
  expect(summaryOf({ body: 'Write at least 10 characters.', line1: 'Use at most 120 characters.' }, '', labels)).toEqual([
    '#body Your review: Write at least 10 characters.',
    '#line1 Street and house number: Use at most 120 characters.',
  ])
  expect(summaryOf({ lines: 'Choose at least one item.' })).toEqual(['#lines Choose at least one item.'])
})

test.each([
  ['Name', 'This is missing.', 'Name: This is missing.'],
  ['Price, USD', 'This has to be at most 99.', 'Price, USD: This has to be at most 99.'],
  ['Carrier (optional)', 'Use at most 80 characters.', 'Carrier: Use at most 80 characters.'],
  ['Your review', 'Write at least 10 characters.', 'Your review: Write at least 10 characters.'],
  ['Status', 'Choose one of: active, draft.', 'Status: Choose one of: active, draft.'],
  ['This product is new', 'This is missing.', 'This product is new: This is missing.'],
  ['E-mail', 'Please type a whole e-mail address, like name@example.com.', 'Please type a whole e-mail address, like name@example.com.'],
  ['SKU', 'A SKU has no spaces.', 'A SKU has no spaces.'],
  ['ZIP code', 'This ZIP code does not fit the country you chose (Poland).', 'This ZIP code does not fit the country you chose (Poland).'],
  ['Line1', 'Enter your street and house number.', 'Enter your street and house number.'],
])('away from its field “%s”, “%s” reads “%s”', (label, message, read) => {
  expect(withItsField(label, message)).toBe(read)
})

test('a name reads as words where there is no label', () => {
  expect([wordsOfName('variants/0/price_minor'), wordsOfName('category_ids')]).toEqual(['Variants 1 price', 'Category'])
})
