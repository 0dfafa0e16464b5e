import type { BulkChange } from '@/lib/catalog/bulk-schemas'
import { minorDigits } from '@/lib/core/format-money'
import { writtenNumber } from '@/lib/core/written-number'

/** What is typed into the dialog; amounts and percent as people write them, with a sign. */
export type Typed = { kind: BulkChange['kind']; by: 'percent' | 'amount'; value: string; status: string; category: string; as: string; delta: string }

export const blankChange: Typed = { kind: 'price', by: 'percent', value: '', status: 'active', category: '', as: 'further', delta: '' }

/** Null as long as it says nothing. */
export function changeOf({ kind, by, value, status, category, as, delta }: Typed, currency: string): unknown {
  switch (kind) {
    case 'price': {
      const digits = minorDigits(currency)
      const number = signed(value, by === 'percent' ? 2 : digits)
      if (number === null) return null
      return { kind, by, value: by === 'percent' ? number : Math.round(number * 10 ** digits) }
    }
    case 'status':
      return { kind, status }
    case 'category':
      return category ? { kind, category_id: category, as } : null
    case 'stock': {
      const number = signed(delta, 0)
      return number === null ? null : { kind, delta: number }
    }
  }
}

/** `-10`, `+ 2,50`, `−3` with the minus of a text program; zero changes nothing. */
function signed(text: string, decimals: number): number | null {
  const [, sign, digits = ''] = /^\s*([+−-]?)(.*)$/.exec(text) ?? []
  const number = writtenNumber(digits, decimals)
  return number ? number * (sign === '' || sign === '+' ? 1 : -1) : null
}
