'use client'

import { TextField } from '@/app/_ui/field'
import { EditorForm } from '@/app/(admin)/_parts/editor-form'
import { Panel } from '@/app/(admin)/_parts/page-head'
import type { MailSender } from '@/lib/settings/schemas'
import { saveMailSenderAction } from '../actions'

type Props = {
  sender: MailSender & { version: string }
  /** What MAIL_FROM says. */
  fixed: { name: string | null; address: string | null }
  shop: { name: string; mail: string }
  mayChange: boolean
}

/** Whom mails are from, and where answers go. The address that they are from has to be allowed by the mail server, so it stays with the server. */
export function SenderEditor({ sender, fixed, shop, mayChange }: Props) {
  const name = fixed.name ?? (sender.sender_name || shop.name)
  return (
    <EditorForm action={saveMailSenderAction} version={sender.version} said="The sender is saved. The next mail has it.">
      {({ values, errors }) => (
        <Panel id="sender" title="Sender and answers">
          <fieldset disabled={!mayChange} className="grid gap-4">
            <legend className="sr-only">Sender and answers</legend>
            <p className="break-words">
              Mails are from{' '}
              <strong>
                {name} &lt;{fixed.address ?? shop.mail}&gt;
              </strong>
              <span className="mt-1 block text-muted text-sm">
                {fixed.address ? (
                  <>
                    The address is set by <code>MAIL_FROM</code> in the environment of the server, because the mail server has to allow it.
                  </>
                ) : (
                  <>
                    The address is the contact mail of{' '}
                    <a href="/admin/settings/shop" className="underline underline-offset-4">
                      the shop
                    </a>
                    .
                  </>
                )}
              </span>
            </p>
            {fixed.name === null ? (
              <TextField
                id="value/sender_name"
                name="sender_name"
                label="Name (optional)"
                hint={`Empty, it is the name of the shop, ${shop.name}.`}
                defaultValue={values.sender_name ?? sender.sender_name}
                error={errors['value/sender_name']}
                maxLength={60}
                autoComplete="off"
                fieldClassName="max-w-96"
              />
            ) : (
              <input type="hidden" name="sender_name" value={sender.sender_name} />
            )}
            <TextField
              id="value/reply_to"
              name="reply_to"
              type="email"
              label="Answers go to (optional)"
              hint={`Empty, it is the contact mail of the shop, ${shop.mail}.`}
              defaultValue={values.reply_to ?? sender.reply_to}
              error={errors['value/reply_to']}
              autoComplete="off"
              fieldClassName="max-w-96"
            />
          </fieldset>
        </Panel>
      )}
    </EditorForm>
  )
}
