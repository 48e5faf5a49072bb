/** Eleventy brings no types; this is the part of it that is run. */
declare module '@11ty/eleventy' {
  export default class Eleventy {
    constructor(
      input: string,
      output: string,
      options: {
        readonly quietMode: boolean
        readonly configPath: undefined
        readonly config: (config: never) => unknown
      },
    )
    /** We say ourselves what was done. */
    disableLogger(): void
    write(): Promise<unknown>
  }
}
