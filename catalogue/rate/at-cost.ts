import { z } from 'zod'

/** 实报实销: what it cost, no figure posted. */
export const AtCost = z.strictObject({ form: z.literal('at_cost') })
