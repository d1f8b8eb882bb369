import { z } from 'zod'
import type { Problem } from '../model/problem.ts'

/** A question a window may ask main. */
export interface Call<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly kind: 'call'
  readonly input: Input
  readonly output: Output
}

/** What main is told of a file that a person chose or dropped: where it is; empty where it is on no disk. */
const FileAt = z.object({ path: z.string() })

/**
 * A question about a file. The page hands over the file itself, as it got it from the person; the preload alone learns where it
 * is. So a page cannot have any other file read.
 */
export interface FileCall<Output extends z.ZodType = z.ZodType> extends Call<typeof FileAt, Output> {
  readonly takesFile: true
}

/** What a page has of it: the DOM's File. */
export interface ChosenFile {
  readonly name: string
  readonly size: number
}

/** Something main tells every window. */
export interface Event<Payload extends z.ZodType = z.ZodType> {
  readonly kind: 'event'
  readonly payload: Payload
}

export const takesFile = (member: Call): boolean => 'takesFile' in member

export type Feature = Readonly<Record<string, Call | Event>>
export type Contract = Readonly<Record<string, Feature>>

export const call = <Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
): Call<Input, Output> => ({
  kind: 'call',
  input,
  output,
})
export const fileCall = <Output extends z.ZodType>(output: Output): FileCall<Output> => ({
  kind: 'call',
  takesFile: true,
  input: FileAt,
  output,
})
export const event = <Payload extends z.ZodType>(payload: Payload): Event<Payload> => ({ kind: 'event', payload })

/** For calls that need nothing. */
export const Nothing = z.undefined()

/** What crosses the boundary: the value, or the problem in words for the screen. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }

/** The window's side: calls return their output or throw `AskRefused`; events take a listener and return how to stop. */
export type WindowApi<C extends Contract> = { readonly [F in keyof C]: WindowFeature<C[F]> }
type WindowFeature<F extends Feature> = {
  readonly [K in keyof F]: F[K] extends FileCall<infer Output>
    ? (file: ChosenFile) => Promise<z.output<Output>>
    : F[K] extends Call<infer Input, infer Output>
      ? (...args: Argument<Input>) => Promise<z.output<Output>>
      : F[K] extends Event<infer Payload>
        ? (listen: (payload: z.output<Payload>) => void) => () => void
        : never
}

/** What a preload puts into the page as `window.claimcheck`: calls give an `Answer`, for no error of ours crosses the bridge whole. */
export type Bridge<C extends Contract> = { readonly [F in keyof C]: BridgeFeature<C[F]> }
type BridgeFeature<F extends Feature> = {
  readonly [K in keyof F]: F[K] extends FileCall<infer Output>
    ? (file: ChosenFile) => Promise<Answer<z.output<Output>>>
    : F[K] extends Call<infer Input, infer Output>
      ? (...args: Argument<Input>) => Promise<Answer<z.output<Output>>>
      : F[K] extends Event<infer Payload>
        ? (listen: (payload: z.output<Payload>) => void) => () => void
        : never
}
type Argument<Input extends z.ZodType> =
  undefined extends z.input<Input> ? [input?: z.input<Input>] : [input: z.input<Input>]

/** Main's side: one handler per call, the input already checked. */
export type MainHandlers<C extends Contract> = { readonly [F in keyof C]: FeatureHandlers<C[F]> }
export type FeatureHandlers<F extends Feature> = {
  readonly [K in keyof F as F[K] extends Call ? K : never]: F[K] extends Call<infer Input, infer Output>
    ? (input: z.output<Input>) => Result<Output>
    : never
}
// A handler of a call that answers nothing needs no return statement.
type Result<Output extends z.ZodType> = undefined extends z.input<Output> ? Promise<void> : Promise<z.input<Output>>
