/** Version of the API that the schema's validation asks. */
export const API_VERSION = '2026-11-01'
