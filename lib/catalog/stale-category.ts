import { DomainError } from '@/lib/core/errors'
import type { CategoryRow } from './save-category'
import type { SaveCategory } from './write-schemas'

/** Refuses a change of what somebody else has changed meanwhile, and says what theirs is where it differs. @throws stale */
export function requireFreshCategory(now: CategoryRow, version: string, input: SaveCategory): void {
  if (now.updatedAt.toISOString() === version) return
  const changes = [
    { label: 'Name', mine: input.name, theirs: now.name },
    { label: 'Address', mine: input.slug, theirs: now.slug },
    { label: 'Description', mine: input.description, theirs: now.description },
    { label: 'In the shop', mine: input.is_active === undefined ? undefined : words(input.is_active), theirs: words(now.isActive) },
  ].filter(({ mine, theirs }) => mine !== undefined && mine !== theirs)
  throw new DomainError('stale', {
    detail: 'Somebody else has changed this category since you opened it.',
    extra: { version: now.updatedAt.toISOString(), changes: changes.map(({ label, theirs }) => ({ label, theirs })) },
  })
}

const words = (isActive: boolean) => (isActive ? 'shown' : 'hidden')
