/** What the page uses of `htm/preact/standalone`, which is served beside it under this name. */
export type Drawn = unknown
export function html(words: TemplateStringsArray, ...values: readonly unknown[]): Drawn
export function render(drawn: Drawn, into: Element): void
export function useState<T>(first: T | (() => T)): [T, (next: T | ((before: T) => T)) => void]
export function useRef<T>(first: T): { current: T }
export function useMemo<T>(make: () => T, on: readonly unknown[]): T
export function useCallback<T>(callback: T, on: readonly unknown[]): T
export function useEffect(effect: () => void | (() => void), on?: readonly unknown[]): void
export function useLayoutEffect(effect: () => void | (() => void), on?: readonly unknown[]): void
