export interface Groups {
  readonly todo?: never
}
