/** What whoever observes the field reads off the launch: wording in force, and the codes on printed copies. */
export interface InForce {
  /** Of a source or an asset as it is published. */
  fingerprintOf: (id: string) => string
  /** Of a document as it was before it was changed for the last time. */
  earlierFingerprintOf: (id: string) => string
  codes: {deck: string | undefined; leaveBehind: string | undefined}
  /** Id of the person who follows up what walks find. */
  owner: string
}
