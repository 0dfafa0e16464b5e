'use client'

import { useState } from 'react'
import { classes } from '@/app/_ui/classes'
import { Field, inputClass } from '@/app/_ui/field'
import { EyeIcon, EyeOffIcon } from '@/app/_ui/icons'

type Props = { id: string; name: string; label: string; hint?: string; error?: string; autoComplete: 'current-password' | 'new-password' }

/** What was typed can be looked at; password managers and pasting work. Without JavaScript the button is not there. */
export function PasswordField({ id, name, label, hint, error, autoComplete }: Props) {
  const [isShown, setShown] = useState(false)
  return (
    <Field
      id={id}
      label={label}
      hint={hint}
      error={error}
      control={(ties) => (
        <div className="relative">
          <input
            {...ties}
            name={name}
            type={isShown ? 'text' : 'password'}
            autoComplete={autoComplete}
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            aria-required
            maxLength={128}
            className={classes(inputClass, 'pr-13')}
          />
          <button
            type="button"
            onClick={() => setShown(!isShown)}
            aria-pressed={isShown}
            aria-label="Show the password"
            aria-controls={id}
            className="with-js absolute inset-y-1 right-1 grid w-10 place-items-center rounded-md text-muted hover:text-ink"
          >
            {isShown ? <EyeOffIcon /> : <EyeIcon />}
          </button>
        </div>
      )}
    />
  )
}
