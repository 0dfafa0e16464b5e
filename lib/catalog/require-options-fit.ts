import { DomainError } from '@/lib/core/errors'

type Options = Record<string, string>
type Siblings = { names: string[]; taken: Options[]; at?: string }

/** A variant names a value for each option of its product, and no two variants name the same ones. `at` points to it. @throws invalid_input */
export function requireOptionsFit(options: Options, { names, taken, at = '' }: Siblings): void {
  const refused = (detail: string) => new DomainError('invalid_input', { errors: [{ pointer: `${at}/options`, detail }] })
  const given = Object.keys(options)
  if (given.length !== names.length || names.some((name) => !given.includes(name))) {
    throw refused(names.length === 0 ? 'This product has no options.' : `Give a value for each of: ${names.join(', ')}.`)
  }
  if (taken.some((other) => names.every((name) => other[name] === options[name]))) throw refused('There is already a variant with these options.')
}
