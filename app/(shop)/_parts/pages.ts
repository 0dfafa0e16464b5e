import { RETURN_DAYS } from '@/lib/returns/read-returns'
import type { ShopSettings } from '@/lib/settings/read-settings'
import { shippingSentences, workingDays } from './shipping-words'

export type TextPage = { title: string; lead: string; parts: { heading: string; paragraphs: string[] }[]; mail?: string }

/** The usual pages, written from the settings so that they cannot contradict the checkout. */
const pages: Record<string, (settings: ShopSettings) => TextPage> = {
  about: ({ shopName }) => ({
    title: 'About us',
    lead: `${shopName} is a small shop with a wide window: sound, clothes, kitchens, gardens and a few telescopes.`,
    parts: [
      {
        heading: 'What we care about',
        paragraphs: [
          'We would rather sell you one thing that lasts than three that do not. So each thing here says what it is made of, what it weighs and what it does, in plain words.',
          'Reviews stay as they were written, the good ones and the others.',
        ],
      },
      {
        heading: 'Stock you can believe',
        paragraphs: [
          'The number you see is counted, not guessed. When you place an order the things in it are set aside for you for 30 minutes, so that nobody can buy them while you look for your card.',
          'When something is gone we say so, and take no money for it.',
        ],
      },
    ],
  }),
  delivery: ({ shippingMethods, shippingZones, currency, locale }) => ({
    title: 'Delivery',
    lead: 'What it costs and how long it takes, before you fill in anything.',
    parts: [
      ...shippingMethods.map((method) => {
        const { name, description, zoneId } = method
        const zone = shippingZones.find(({ id }) => id === zoneId)
        const place = zone?.name ?? (shippingZones.length > 0 ? 'Everywhere else' : null)
        return {
          heading: place ? `${place}: ${name}` : name,
          paragraphs: [
            [
              shippingSentences(method, { currency, locale }),
              `It arrives in ${workingDays(method)}.`,
              description && `${description.replace(/\.$/, '')}.`,
            ]
              .filter(Boolean)
              .join(' '),
          ],
        }
      }),
      {
        heading: 'Following your order',
        paragraphs: [
          'The page after your purchase has an address of its own. It shows at any time where your order stands, and it needs no account. The mail that confirms your order leads there from any device; with an account you find it under your orders too.',
          'We write to you when you have paid, when the parcel leaves, when it has arrived, and when something is cancelled or paid back.',
        ],
      },
    ],
  }),
  returns: ({ supportEmail }) => ({
    title: 'Returns and cancellation',
    lead: 'Changed your mind? Until the parcel has left, you can do it all yourself.',
    parts: [
      {
        heading: 'Before it ships',
        paragraphs: [
          'Open your order, with its link or in your account, and choose “Cancel this order”. The things go back to the shelf at once, and what you paid goes back to you.',
        ],
      },
      {
        heading: 'After it has shipped',
        paragraphs: [
          `Once it has arrived you have ${RETURN_DAYS} days. With an account, open the order there and choose “Return items”: you say what goes back and why. We answer by mail, and in the same place.`,
          'Without an account, write to us with your order number and tell us what is wrong. We answer with the address to send it to.',
        ],
      },
    ],
    mail: supportEmail,
  }),
  contact: ({ supportEmail }) => ({
    title: 'Contact',
    lead: 'A person reads every message.',
    parts: [
      {
        heading: 'By mail',
        paragraphs: ['If it is about an order, its number helps us find it. You will find it at the top of the order’s page.'],
      },
    ],
    mail: supportEmail,
  }),
  privacy: ({ supportEmail }) => ({
    title: 'Privacy',
    lead: 'We keep what we need to send you your things, and nothing to follow you around.',
    parts: [
      {
        heading: 'Cookies',
        paragraphs: [
          'One cookie remembers your cart. If you sign in, another one keeps you signed in until you sign out or stay away for a month. A third one tells the page that these are there, without saying what is in them. All are ours, none is shared, and there are no others for shopping here.',
          'If you choose the light or the dark look by hand, your browser keeps that choice for itself. What you type at the checkout survives a reload in the same way.',
        ],
      },
      {
        heading: 'What an order keeps',
        paragraphs: [
          'Your name, address, e-mail and, if you give it, your phone number, so that the parcel finds you. Card details go to the payment provider and are never stored with us.',
        ],
      },
      {
        heading: 'When we write to you',
        paragraphs: [
          'About what you order, always. About a product that you wait for, once. If you agreed to it at the checkout, we also remind you of a cart that you left: at most three times, and not once you have ordered or emptied it. With an account we ask you some days after a delivery how you like it.',
          'Each mail that we do not have to send ends with a link to stop it. One click is enough, without signing in; we then note your address with what it does not want, so that we keep to it.',
        ],
      },
      {
        heading: 'What an account keeps',
        paragraphs: [
          'Your name, your e-mail, a password that even we cannot read, and what you save: addresses, wishes, reviews. For each device on which you are signed in we note its browser and internet address, so that you can see them and sign them out.',
        ],
      },
      {
        heading: 'Your data is yours',
        paragraphs: [
          'With an account you do it yourself, under “Privacy”: download what we have about you as one file, or erase your account. Your orders stay in our books, as the law asks, but without your name, address and e-mail.',
          'Without an account, write to us and we will send you what we have about you, or erase it as far as bookkeeping law allows.',
        ],
      },
    ],
    mail: supportEmail,
  }),
  terms: ({ shopName, taxName, taxRatePpm, taxRates }) => ({
    title: 'Terms of sale',
    lead: 'Short, so that they can be read.',
    parts: [
      {
        heading: 'Prices',
        paragraphs: [
          `Prices are shown without tax. ${taxRates.length === 0 ? `${taxName} (${taxRatePpm / 10_000}%)` : 'The tax of where it goes to'} and delivery are shown in the cart, before you are asked for anything.`,
          'If a price changes while something is in your cart, we show you the old and the new one and let you decide. You never pay a total that you have not seen.',
        ],
      },
      {
        heading: 'The contract',
        paragraphs: [
          `You place an order, we set its things aside for 30 minutes, you pay, and ${shopName} owes you exactly what the order says. If it is not paid in that time the order lapses and nothing is owed.`,
        ],
      },
      {
        heading: 'If something is wrong',
        paragraphs: ['What arrives broken or is not what was described we replace or refund. Your rights under the law stay as they are.'],
      },
    ],
  }),
}

export const pageSlugs: string[] = Object.keys(pages)

export const findPage = (slug: string, settings: ShopSettings): TextPage | null =>
  Object.hasOwn(pages, slug) ? (pages[slug]?.(settings) ?? null) : null
