export interface Actions {
  readonly todo?: never
}
