import {isTimeZone} from '../model/isTimeZone.ts'
import type {GateModel} from '../model/gateModel.ts'
import {isRecord, listAt} from '../model/record.ts'

type Guard = (value: unknown) => boolean

/** Whether data that was read is a gate model, so far as the rules look at it. */
export function isGateModel(value: unknown): value is GateModel {
  return (
    isRecord(value) &&
    isOptions(value.options) &&
    isRecordOf(value.types, isGatedType) &&
    isRecordOf(value.shapes, (fields) => isRecordOf(fields, isShape))
  )
}

const isText: Guard = (value) => typeof value === 'string'
const isTexts: Guard = (value) => Array.isArray(value) && value.every(isText)
const isRecordOf = (value: unknown, guard: Guard): boolean =>
  isRecord(value) && Object.values(value).every(guard)
const isAbsentOr = (value: unknown, guard: Guard): boolean => value === undefined || guard(value)

const isOptions: Guard = (value) =>
  isRecord(value) &&
  isRecordOf(value.roles, (role) => isRecord(role) && isText(role.title) && isText(role.meaning)) &&
  isRecordOf(value.signers, isText) &&
  isRecord(value.dates) &&
  isAbsentOr(value.dates.from, isText) &&
  isAbsentOr(value.dates.until, isText) &&
  isAbsentOr(value.timeZone, isTimeZone) &&
  isAbsentOr(value.agreement, isAgreement)

const isAgreement: Guard = (value) =>
  isRecord(value) &&
  isText(value.type) &&
  isText(value.groupPath) &&
  isTexts(value.people) &&
  isText(value.recordPath)

const isGatedType: Guard = (value) =>
  isRecord(value) &&
  isText(value.name) &&
  isText(value.title) &&
  isTexts(value.roles) &&
  isTexts(value.carryRoles) &&
  Array.isArray(value.rolesWhen) &&
  listAt(value, 'rolesWhen').every(isCondition) &&
  isAbsentOr(value.firstPublish, (first) => isRecord(first) && isText(first.groupPath))

const isCondition: Guard = (value) =>
  isRecord(value) && isText(value.path) && Array.isArray(value.in) && isTexts(value.add)

const isShape: Guard = (value) =>
  isRecord(value) &&
  typeof value.material === 'boolean' &&
  isAbsentOr(value.type, isText) &&
  isAbsentOr(value.fields, (fields) => isRecordOf(fields, isShape)) &&
  isAbsentOr(value.of, (members) => isRecordOf(members, isShape))
