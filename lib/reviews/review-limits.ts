/** Characters. Apart from the schemas, because the form needs them and not zod. */
export const reviewLimits = { title: { min: 3, max: 120 }, body: { min: 10, max: 5000 } } as const
