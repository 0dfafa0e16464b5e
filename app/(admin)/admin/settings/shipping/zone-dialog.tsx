'use client'

import { TextField } from '@/app/_ui/field'
import { FormDialog } from '@/app/(admin)/_parts/form-dialog'
import { StaleNotice } from '@/app/(admin)/_parts/stale-notice'
import type { CountryName } from '@/lib/checkout/schemas'
import type { ShippingSettings } from '@/lib/settings/schemas'
import { saveShippingZoneAction } from '../actions'

type Zone = ShippingSettings['zones'][number]

/** Without a zone it makes one. */
export function ZoneDialog({ zone, countries }: { zone?: Zone; countries: CountryName[] }) {
  return (
    <FormDialog
      open={zone ? 'Change the zone' : 'Add a zone'}
      title={zone ? `Change ${zone.name}` : 'Add a zone'}
      yes={zone ? 'Save' : 'Add the zone'}
      said={zone ? 'The zone is saved.' : 'The zone is added. Say next how you ship there.'}
      action={saveShippingZoneAction}
      wide
    >
      {(form) => (
        <>
          {zone && <input type="hidden" name="id" value={zone.id} />}
          {zone && <StaleNotice form={form} version={zone.version} />}
          <TextField
            id="value/name"
            name="name"
            label="Name"
            hint="Shoppers read it on the page about delivery."
            placeholder="Europe"
            defaultValue={form.values.name ?? zone?.name ?? ''}
            error={form.errors['value/name']}
            maxLength={60}
          />
          <fieldset id="value/countries" aria-describedby={form.errors['value/countries'] ? 'value/countries-error' : undefined}>
            <legend className="mb-1.5 font-medium text-sm">Countries</legend>
            <div className="grid max-h-72 gap-x-4 overflow-y-auto rounded-md border border-edge p-3 sm:grid-cols-2">
              {countries.map(({ code, name }) => (
                <label key={code} className="flex min-h-8 items-center gap-3 text-sm">
                  <input type="checkbox" name="countries" value={code} defaultChecked={zone?.countries.includes(code)} className="check shrink-0" />
                  {name}
                </label>
              ))}
            </div>
            {form.errors['value/countries'] && (
              <p id="value/countries-error" className="mt-1.5 font-medium text-danger text-sm">
                {form.errors['value/countries']}
              </p>
            )}
          </fieldset>
        </>
      )}
    </FormDialog>
  )
}
