import type { Problem } from '#shared/model/problem.ts'

/** A private key was given by mistake: it is said aloud, and the box it stands in is emptied. */
export const isPrivateKeyProblem = ({ code }: Problem): boolean => /\.private-key(?:-inside)?$/.test(code)
