import {randomUUID} from 'node:crypto'
import {isRecord, textOf, type JsonRecord} from '../json.ts'

/** One browser tab at the other end of a socket. */
export interface Member {
  /** Account id. */
  userId: string
  send: (message: object) => void
}

/** Of one tab; the Studio has one of each. */
const MOST_SUBSCRIPTIONS = 16
const MOST_SESSIONS = 16

/** Where the tabs of a dataset tell each other what they look at; nothing of it is kept. */
export interface PresenceRoom {
  /** Answers a `presence_…` request of a member; `undefined` for a method that is not known. */
  request(member: Member, method: string, params: JsonRecord): unknown
  leave(member: Member): void
}

/** Creates a room; the shapes of the events are those that the Studio reads. */
export function createPresenceRoom(): PresenceRoom {
  const subscriptions = new Map<string, Member>()
  const sessions = new Map<string, Member>()
  const tell = (from: Member, result: object): void => {
    for (const [subscription, member] of subscriptions) {
      if (member === from) continue
      member.send({jsonrpc: '2.0', method: 'presence_subscription', params: {subscription, result}})
    }
  }
  const end = (member: Member, session: string): void => {
    if (sessions.get(session) !== member) return
    sessions.delete(session)
    tell(member, {type: 'disconnect', i: member.userId, m: {session}})
  }
  const methods: Record<string, (member: Member, params: JsonRecord) => unknown> = {
    presence_subscribe(member) {
      if (countOf(subscriptions, member) >= MOST_SUBSCRIPTIONS) return false
      const id = randomUUID()
      subscriptions.set(id, member)
      return id
    },
    presence_unsubscribe(member, {subscriptionId}) {
      const id = textOf(subscriptionId) ?? ''
      return subscriptions.get(id) === member && subscriptions.delete(id)
    },
    presence_announce(member, {data}) {
      const session = isRecord(data) ? textOf(data.sessionId) : undefined
      if (session === undefined) return false
      const isNew = sessions.get(session) !== member
      if (isNew && countOf(sessions, member) >= MOST_SESSIONS) return false
      sessions.set(session, member)
      tell(member, {type: 'state', i: member.userId, m: data})
      return true
    },
    presence_rollcall(member, {session}) {
      tell(member, {type: 'rollCall', i: member.userId, session})
      return true
    },
    presence_disconnect(member, {session}) {
      end(member, textOf(session) ?? '')
      return true
    },
  }
  return {
    request: (member, method, params) =>
      Object.hasOwn(methods, method) ? methods[method]?.(member, params) : undefined,
    leave(member) {
      for (const [id, each] of subscriptions) if (each === member) subscriptions.delete(id)
      for (const [session, each] of sessions) if (each === member) end(member, session)
    },
  }
}

function countOf(held: ReadonlyMap<string, Member>, member: Member): number {
  return [...held.values()].filter((each) => each === member).length
}
