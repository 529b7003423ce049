/** Which Content Lake the Studio works on. */
export interface ContentLakeAddress {
  projectId: string
  dataset: string
  /** Only for the embedded one. */
  apiHost?: string
  personas?: readonly {id: string; title: string}[]
  /** Address of a service that is asked before anything is signed. */
  secondFactor?: string
}

declare global {
  interface Window {
    /** Put into the page by what serves it beside the embedded lake; never built in. */
    __throughline?: ContentLakeAddress
  }
}

/** The embedded lake where the page was served with one, otherwise the hosted project of the build. */
export function contentLake(): ContentLakeAddress {
  const served = typeof window === 'undefined' ? undefined : window.__throughline
  return (
    served ?? {
      projectId: process.env.SANITY_STUDIO_PROJECT_ID ?? 'throughline',
      dataset: process.env.SANITY_STUDIO_DATASET ?? 'production',
      secondFactor: process.env.SANITY_STUDIO_SECOND_FACTOR ?? '',
    }
  )
}
