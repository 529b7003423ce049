export {alignedFilter, horizonProjection, sealHolds} from './alignedFragment.ts'
export {ALIGNED_ASSETS_QUERY, ALIGNED_ASSET_QUERY, WITHHELD_ASSETS_QUERY} from './queries.ts'
