import { en, Faker } from '@faker-js/faker'

/** Words of the trade from faker, drawn once with a fixed seed. Rare words stay rare: searches want common and uncommon ones. */
const faker = new Faker({ locale: [en], seed: 20_260_101 })
const distinct = (count: number, draw: () => string) => [...new Set(Array.from({ length: count * 4 }, draw))].slice(0, count)

export const adjectives = distinct(60, () => faker.commerce.productAdjective())
export const materials = distinct(30, () => faker.commerce.productMaterial())
export const brands = distinct(400, () => faker.person.lastName())
export const series = distinct(800, () => capital(faker.word.noun()))
export const colours = ['Black', 'White', 'Grey', 'Navy', 'Red', 'Green', 'Blue', 'Yellow', 'Pink', 'Brown', 'Beige', 'Orange']
export const sentences = distinct(1500, () => `${capital(faker.company.catchPhrase())} for ${faker.word.adjective()} ${faker.word.noun()}s.`)
export const descriptions = distinct(40, () => faker.commerce.productDescription())
export const people = distinct(500, () => `${faker.person.firstName()} ${faker.person.lastName().slice(0, 1)}.`)

export const firstNames = distinct(300, () => faker.person.firstName())
export const lastNames = distinct(500, () => faker.person.lastName())
export const streets = distinct(300, () => faker.location.street())
export const towns = distinct(200, () => `${faker.location.city()}|${faker.location.state({ abbreviated: true })}|${faker.location.zipCode('#####')}`)

export const verdicts: Record<number, readonly [title: string, body: string]> = {
  1: ['Not for me', 'It broke in the first week. The money came back quickly, at least.'],
  2: ['Expected more', 'Looks better in the picture than on the table.'],
  3: ['Does the job', 'Neither better nor worse than the one it replaced.'],
  4: ['Good value', 'Well made and quick to arrive. One star off for the packaging.'],
  5: ['Would buy again', 'Exactly as described, and I use it every day.'],
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
