import type { z } from 'zod'

/**
 * What is wrong with a value, for people, where its schema has no words of its own: zod's are for programmers ("Too big: expected string to
 * have <=120 characters"). Undefined leaves zod's sentence.
 */
export function plainWords(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'too_big':
      return limitWords(issue.origin, issue.maximum, 'at most')
    case 'too_small':
      return issue.origin === 'string' && issue.minimum === 1 ? 'Fill this in.' : limitWords(issue.origin, issue.minimum, 'at least')
    case 'invalid_type':
      return issue.input === undefined ? 'This is missing.' : (typeWords[issue.expected] ?? undefined)
    case 'invalid_value':
      return issue.values.length <= 12 ? `Choose one of: ${issue.values.join(', ')}.` : 'Choose one of the values that are offered.'
    case 'invalid_format':
      return formatWords[issue.format]
    default:
      return undefined
  }
}

function limitWords(origin: string, limit: number | bigint, how: 'at most' | 'at least'): string | undefined {
  if (origin === 'string') return `Use ${how} ${limit} ${limit === 1 ? 'character' : 'characters'}.`
  if (origin === 'number' || origin === 'int' || origin === 'bigint') return `This has to be ${how} ${limit}.`
  if (origin === 'array' || origin === 'set') return `Give ${how} ${limit} ${limit === 1 ? 'entry' : 'entries'}.`
  return undefined
}

const typeWords: Record<string, string> = {
  string: 'This has to be text.',
  number: 'This has to be a number.',
  int: 'This has to be a whole number.',
  boolean: 'This has to be true or false.',
  array: 'This has to be a list.',
  object: 'This has to be an object.',
}

const formatWords: Record<string, string> = {
  email: 'Enter an e-mail address like name@example.com.',
  uuid: 'This is not an id.',
  datetime: 'This has to be a time like 2026-01-31T12:00:00Z.',
  date: 'This has to be a date like 2026-01-31.',
  url: 'This has to be an address like https://example.com.',
}
