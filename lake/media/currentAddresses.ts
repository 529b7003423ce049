import type {DocumentSet} from '../storage/documentSet.ts'
import type {LakeDocument} from '../storage/storage.ts'

/**
 * The assets that were uploaded when the lake listened on another port, with the address under which they are served
 * now: they would be asked for where nobody answers.
 */
export function withCurrentAddresses(documents: DocumentSet, lakeUrl: string): LakeDocument[] {
  const {port} = new URL(lakeUrl)
  return ['sanity.imageAsset', 'sanity.fileAsset']
    .flatMap((type) => [...documents.byType(type)])
    .flatMap((document) => {
      const url = currentAddress(document, port)
      return url === undefined || url === document.url ? [] : [{...document, url}]
    })
}

function currentAddress({url, path}: LakeDocument, port: string): string | undefined {
  if (typeof url !== 'string' || !URL.canParse(url)) return undefined
  const address = new URL(url)
  if (!isOwn(address.hostname) || address.pathname !== `/${String(path)}`) return undefined
  address.hostname = ONE_NAME
  address.port = port
  return address.href
}

/** The name under which the Studio knows this machine; whoever reaches the lake by another reaches it by this one too. */
const ONE_NAME = 'localhost'

/** Where an asset is served that was uploaded to this origin. */
export function servedFrom(origin: URL): URL {
  const served = new URL(origin)
  // The project's or a shard's name before it is the client's affair.
  if (isOwn(served.hostname) || served.hostname.endsWith(`.${ONE_NAME}`)) served.hostname = ONE_NAME
  return served
}

/** Assets that were brought along from elsewhere stay where they are. */
const isOwn = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/u.test(host)
