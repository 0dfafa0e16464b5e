'use client'

import { Dialog } from '@/app/_ui/dialog'
import type { Area } from './areas'
import { useCommandKey } from './use-command-key'

/** Every key that works, by where it works. */
export function Shortcuts({ areas, onClose }: { areas: Area[]; onClose: () => void }) {
  const command = useCommandKey()
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose}>
      <div className="grid gap-x-10 gap-y-5 sm:grid-cols-2">
        <Keys
          title="Everywhere"
          rows={[
            [[command, 'K'], 'Search, jump, act'],
            [['/'], 'To the search of the page'],
            [['?'], 'This list'],
          ]}
        />
        <Keys
          title="In a list"
          rows={[
            [['↓'], 'From the search to its rows'],
            [['j'], 'Next row'],
            [['k'], 'Row before'],
            [['Enter'], 'Open the row'],
            [['x'], 'Select the row'],
            [['a'], 'Approve the review'],
            [['r'], 'Reject the review'],
          ]}
        />
        <Keys title="Go to" rows={areas.map(({ key, name }) => [['g', key], name])} />
        <Keys
          title="In an editor"
          rows={[
            [[command, 'S'], 'Save'],
            [['Esc'], 'Close a dialog'],
          ]}
        />
      </div>
    </Dialog>
  )
}

function Keys({ title, rows }: { title: string; rows: [string[], string][] }) {
  return (
    <section>
      <h3 className="mb-2 text-sm">{title}</h3>
      <dl className="grid gap-1.5">
        {rows.map(([keys, meaning]) => (
          <div key={meaning} className="flex items-center justify-between gap-4">
            <dt className="text-muted text-sm">{meaning}</dt>
            <dd className="flex gap-1">
              {keys.map((key) => (
                <kbd key={key} className="key">
                  {key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
