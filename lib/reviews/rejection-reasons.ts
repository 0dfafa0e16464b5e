/**
 * Why a review is not shown, in the words that its author reads. Fixed words, because they also stand in the activity log, where nothing
 * personal may be. Browser-safe.
 */
export const rejectionReasons = {
  other_thing: 'It is about something else than the product.',
  rude: 'It has words in it that could hurt somebody.',
  personal: 'It names a person, an address or a number that should stay private.',
  advertising: 'It advertises something.',
  unclear: 'We could not make out what is meant.',
} as const

export type RejectionReason = keyof typeof rejectionReasons
