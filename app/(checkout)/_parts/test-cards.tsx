import { TriangleAlertIcon } from '@/app/_ui/icons'

/** The cards that `local/test-payments` knows, in the words of somebody who is about to use one. */
const cards = [
  { number: '4242424242424242', meaning: 'approved' },
  { number: '4000000000000002', meaning: 'declined' },
  { number: '4000000000009995', meaning: 'not enough money' },
  { number: '4000000000003220', meaning: 'confirm at the bank' },
  { number: '4000000000000077', meaning: 'approved after a while' },
]

/** Shown only where the test provider takes the payments, and impossible to mistake for a real shop. */
export function TestCards({ onUse }: { onUse: (number: string) => void }) {
  return (
    <div className="rounded-md bg-warning-soft p-4 text-sm">
      <p className="flex items-start gap-2 font-semibold text-warning">
        <TriangleAlertIcon className="mt-0.5 size-4 shrink-0" />
        Test payments: no money moves. Do not enter a real card.
      </p>
      <ul className="mt-2 grid gap-1">
        {cards.map(({ number, meaning }) => (
          <li key={number} className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
            <button
              type="button"
              onClick={() => onUse(number)}
              className="with-js tabular min-h-6 rounded-md font-medium underline underline-offset-4"
            >
              {spaced(number)}
            </button>
            <span className="without-js tabular font-medium">{spaced(number)}</span>
            <span>{meaning}</span>
          </li>
        ))}
      </ul>
      <p className="mt-2">Any expiry in the future and any security code will do.</p>
    </div>
  )
}

const spaced = (number: string) => number.replaceAll(/(\d{4})(?=\d)/g, '$1 ')
