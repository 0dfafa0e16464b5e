import { CheckIcon, MinusIcon } from '@/app/_ui/icons'
import type { Variable } from '@/lib/settings/read-shop-settings'

/** Names of variables of the environment, and whether they are set. Their values are never shown. */
export function Variables({ variables }: { variables: Variable[] }) {
  return (
    <ul className="mt-2 grid gap-1 text-sm">
      {variables.map(({ name, isSet }) => (
        <li key={name} className="flex items-center gap-2">
          {isSet ? <CheckIcon width="16" height="16" className="text-success" /> : <MinusIcon width="16" height="16" className="text-muted" />}
          <code className="break-all">{name}</code>
          <span className="text-muted">{isSet ? 'set' : 'not set'}</span>
        </li>
      ))}
    </ul>
  )
}
