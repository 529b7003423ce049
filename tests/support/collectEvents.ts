import type {Observable, Subscription} from 'rxjs'

/** Events as they come, and a way to wait until enough of them are there. */
export interface CollectedEvents<T> {
  readonly events: readonly T[]
  /** Waits until a condition on all events so far holds; fails with the stream. */
  until(isEnough: (events: readonly T[]) => boolean): Promise<readonly T[]>
  stop(): void
}

/** Listens to a stream until it is stopped. */
export function collectEvents<T>(stream: Observable<T>): CollectedEvents<T> {
  const events: T[] = []
  const waiting = new Set<() => void>()
  const state: {error?: unknown; failed: boolean} = {failed: false}
  const wake = (): void => waiting.forEach((check) => check())
  const subscription: Subscription = stream.subscribe({
    next(event) {
      events.push(event)
      wake()
    },
    error(error: unknown) {
      Object.assign(state, {error, failed: true})
      wake()
    },
  })
  return {
    events,
    until: (isEnough) =>
      new Promise((resolve, reject) => {
        const check = (): void => {
          if (!state.failed && !isEnough(events)) return
          waiting.delete(check)
          if (state.failed) reject(state.error)
          else resolve([...events])
        }
        waiting.add(check)
        check()
      }),
    stop: () => subscription.unsubscribe(),
  }
}
