'use client'

import { FormSummary } from '@/app/_client/form-summary'
import { SubmitButton } from '@/app/_client/submit-button'
import { useFormAction } from '@/app/_client/use-form-action'
import { Notice } from '@/app/_ui/notice'
import { kindNames, notificationKinds } from '@/lib/notifications/kinds'
import type { Preferences } from '@/lib/notifications/schemas'
import { savePreferencesAction } from './actions'

const channelNames = { bell: 'Here', email: 'By e-mail' } as const

/** A row for each kind, a switch for each place. */
export function PreferencesForm({ preferences }: { preferences: Preferences['data'] }) {
  const form = useFormAction(savePreferencesAction)
  const current = form.state.status === 'done' ? form.state.value.data : preferences
  const find = (kind: string, channel: string) => current.find((one) => one.kind === kind && one.channel === channel)
  // What was chosen stays when saving it fails.
  const isOn = (name: string, saved?: { is_on: boolean; is_fixed: boolean }) =>
    form.state.status === 'failed' && !saved?.is_fixed ? form.values[name] === 'on' : saved?.is_on
  return (
    <form action={form.submit} className="grid gap-6">
      <FormSummary form={form} />
      {form.state.status === 'done' && (
        <Notice tone="success" role="status">
          Your choices are saved.
        </Notice>
      )}
      <p className="measure text-muted">
        Mails that confirm what you bought, paid, cancelled or sent back always reach you; about everything else you choose.
      </p>
      <div className="grid divide-y divide-line">
        {kindNames
          .filter((kind) => find(kind, 'bell'))
          .map((kind) => (
            <fieldset key={kind} className="grid gap-3 py-4 first:pt-0 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center">
              <legend className="contents">
                <span>
                  <span className="block font-medium">{notificationKinds[kind].name}</span>
                  <span className="block text-muted text-sm">{notificationKinds[kind].description}</span>
                </span>
              </legend>
              <div className="flex gap-6">
                {(['bell', 'email'] as const).map((channel) => (
                  <label key={channel} className="flex min-h-6 items-center gap-2 text-sm">
                    <input
                      type="checkbox"
                      name={`${kind}/${channel}`}
                      defaultChecked={isOn(`${kind}/${channel}`, find(kind, channel))}
                      disabled={find(kind, channel)?.is_fixed}
                      className="size-5 accent-accent"
                    />
                    {channelNames[channel]}
                  </label>
                ))}
              </div>
            </fieldset>
          ))}
      </div>
      <SubmitButton isPending={form.isPending} className="justify-self-start">
        Save choices
      </SubmitButton>
    </form>
  )
}
