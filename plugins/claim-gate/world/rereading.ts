import {Observable, type OperatorFunction} from 'rxjs'

/**
 * Reads at every signal, one reading after the other: one that is under way is finished, and read once more if there was
 * a signal meanwhile. Who changes something all the time keeps nobody from seeing anything.
 */
export function rereading<T>(read: () => Observable<T>): OperatorFunction<unknown, T> {
  return (signals) =>
    new Observable<T>((subscriber) => {
      const state = {isReading: false, isAsked: false}
      const begin = (): void => {
        state.isReading = true
        state.isAsked = false
        const reading = read().subscribe({
          next: (value) => subscriber.next(value),
          error: (error: unknown) => subscriber.error(error),
          complete: () => {
            state.isReading = false
            if (state.isAsked) begin()
          },
        })
        subscriber.add(reading)
      }
      subscriber.add(
        signals.subscribe({
          next: () => {
            if (state.isReading) state.isAsked = true
            else begin()
          },
          error: (error: unknown) => subscriber.error(error),
        }),
      )
    })
}
