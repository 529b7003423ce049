/// <reference types="@sanity/types" />
import type {FirstPublish, RoleCondition, Side} from './gateModel.ts'

/** What a document type says about its gate, where it is defined. */
export interface ClaimGateTypeOptions {
  /** Who must approve. */
  roles: readonly string[]
  /** Further roles that certain content calls for. */
  rolesWhen?: readonly RoleCondition[]
  /** Who must sign that dependants need no re-review; the type's roles when absent. */
  carryRoles?: readonly string[]
  /** Where the type stands in a launch. */
  side?: Side
  /** Through which checkpoint a document first goes out. */
  firstPublish?: FirstPublish
}

declare module '@sanity/types' {
  interface DocumentOptions {
    claimGate?: ClaimGateTypeOptions
  }
  interface BaseSchemaTypeOptions {
    /** `false`: a change here is editorial and asks nobody to review again. */
    material?: boolean
  }
}
