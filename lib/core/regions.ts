const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })

/** What a country is called in the dashboard; its code where it has no name. */
export const countryName = (code: string): string => names.of(code) ?? code

/** ISO 3166-1 alpha-2, in capitals. */
export const isCountry = (code: string): boolean => /^[A-Z]{2}$/.test(code) && names.of(code) !== undefined
