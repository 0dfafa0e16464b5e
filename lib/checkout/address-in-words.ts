import { addressLines } from '@/lib/core/address-lines'
import { findCountry } from './countries'

type Address = Parameters<typeof addressLines>[0] & { phone?: string | null }

/** An address in one line, as a sentence says it: what a colleague or another tab made of it. */
export const addressInWords = (address: Address): string =>
  [...addressLines(address), findCountry(address.country)?.name, address.phone].filter(Boolean).join(', ')
