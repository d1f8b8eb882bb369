import fc from 'fast-check'

/** Every run of the unit tests tries the same generated values, so that a red one is red again; PROPERTY_SEED tries others. */
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20260601) })
