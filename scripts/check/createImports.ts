import type {Life} from './readLives.ts'
import type {LogLine} from './readLogs.ts'
import type {Finding} from './report.ts'

/** An import that a team says was its own: what an account brought in until an instant. */
export interface Import {
  account: string
  /** ISO 8601. */
  until: string
}

/** Documents of the gate that were brought in from elsewhere, whose signatures no log confirms. */
export interface Imports {
  add: (id: string, life: Life) => void
  /** One for each account that brought anything in which is of no import that the team knows. */
  findings: () => Finding[]
}

/** Reads `ACCOUNT@TIME`, as a finding gives it. */
export function readImport(text: string): Import {
  const at = text.lastIndexOf('@')
  const [account, until] = [text.slice(0, at), text.slice(at + 1)]
  if (at < 1 || Number.isNaN(Date.parse(until)))
    throw new Error(
      `--imported takes an account and the time of its import, ACCOUNT@TIME, and not ${text}: copy it from the finding`,
    )
  return {account, until}
}

/** Collects what was brought in, but for what came with these imports. */
export function createImports(own: readonly Import[]): Imports {
  const brought: {id: string; made: LogLine}[] = []
  const isOwn = ({author, timestamp}: LogLine): boolean =>
    own.some(({account, until}) => account === author && Date.parse(timestamp) <= Date.parse(until))
  return {
    add(id, {made, isBroughtIn}) {
      if (isBroughtIn && made && !isOwn(made)) brought.push({id, made})
    },
    findings: () =>
      [...Map.groupBy(brought, ({made}) => made.author)].map(([author, all]) => {
        const times = all.map(({made}) => made.timestamp).toSorted()
        return {
          about: 'import',
          id: all[0]?.id ?? '',
          message: messageOf(author, all.length, times[0] ?? '', times.at(-1) ?? ''),
        }
      }),
  }
}

function messageOf(account: string, count: number, first: string, last: string): string {
  const [what, them] =
    count === 1
      ? ['says that it is', 'it']
      : [`and ${count - 1} other documents of the gate say that they are`, 'them']
  const when = first === last ? `at ${last}` : `from ${first} to ${last}`
  return (
    `${what} older than what wrote ${them}: ${account} brought ${them} in ${when}, and who signed, and when, is known from that account alone. ` +
    `If that was your import, run npm run reseal, and say --imported ${account}@${last} from now on; if not, find out who wrote ${them}, and have what is approved by ${them} signed again`
  )
}
