'use client'

import { FormProblem } from '@/app/_client/form-problem'
import { SubmitButton } from '@/app/_client/submit-button'
import { useFormAction } from '@/app/_client/use-form-action'
import { LaptopIcon } from '@/app/_ui/icons'
import { endOtherSessionsAction, endSessionAction } from '@/app/(account)/account/actions'
import type { Device } from '@/lib/customers/schemas'

type Props = { devices: Device[]; locale: string; timeZone: string }

export function DeviceList({ devices, locale, timeZone }: Props) {
  const all = useFormAction(endOtherSessionsAction)
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone })
  return (
    <>
      <ul className="divide-y divide-line">
        {devices.map((device) => (
          <li key={device.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-4 first:pt-0">
            <LaptopIcon className="size-6 shrink-0 text-muted" />
            <div className="min-w-0 flex-1">
              <p className="font-semibold">{device.device}</p>
              <p className="text-muted text-sm">
                {device.address && `${device.address} · `}
                {device.is_current ? 'This device' : `Last used ${day.format(new Date(device.last_seen_at))}`}
              </p>
            </div>
            {!device.is_current && <EndDevice device={device} />}
          </li>
        ))}
      </ul>
      {devices.length > 1 && (
        <form action={all.submit} className="mt-4 border-line border-t pt-6">
          <SubmitButton isPending={all.isPending} look="quiet">
            Sign out all other devices
          </SubmitButton>
          <FormProblem state={all.state} />
        </form>
      )}
    </>
  )
}

function EndDevice({ device }: { device: Device }) {
  const form = useFormAction(endSessionAction)
  return (
    <form action={form.submit}>
      <input type="hidden" name="id" value={device.id} />
      <SubmitButton isPending={form.isPending} look="quiet" size="sm" aria-label={`Sign out ${device.device}, ${device.address}`}>
        Sign out
      </SubmitButton>
      <FormProblem state={form.state} />
    </form>
  )
}
