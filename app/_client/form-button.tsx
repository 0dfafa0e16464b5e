'use client'

import type { ComponentProps } from 'react'
import { useFormStatus } from 'react-dom'
import { SubmitButton } from './submit-button'

/** The button of one of many forms that share an action: only the one that was pressed says that it waits. */
export function FormButton(props: Omit<ComponentProps<typeof SubmitButton>, 'isPending'>) {
  return <SubmitButton {...props} isPending={useFormStatus().pending} />
}
