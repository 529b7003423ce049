/* What cameras write into images, as in the TIFF 6.0 and Exif 2.32 specifications. */
type ExifValue = number | string | number[]
export type ExifFields = Record<string, ExifValue>

export interface Exif {
  image: ExifFields
  exif: ExifFields
  gps: ExifFields
}

const IMAGE: Readonly<Record<number, string>> = {
  0x010e: 'ImageDescription',
  0x010f: 'Make',
  0x0110: 'Model',
  0x0112: 'Orientation',
  0x011a: 'XResolution',
  0x011b: 'YResolution',
  0x0128: 'ResolutionUnit',
  0x0131: 'Software',
  0x0132: 'ModifyDate',
  0x013b: 'Artist',
  0x8298: 'Copyright',
  0x8769: 'ExifOffset',
  0x8825: 'GPSInfo',
}
const EXIF: Readonly<Record<number, string>> = {
  0x829a: 'ExposureTime',
  0x829d: 'FNumber',
  0x8822: 'ExposureProgram',
  0x8827: 'ISO',
  0x9003: 'DateTimeOriginal',
  0x9004: 'DateTimeDigitized',
  0x9201: 'ShutterSpeedValue',
  0x9202: 'ApertureValue',
  0x9203: 'BrightnessValue',
  0x9204: 'ExposureBiasValue',
  0x9205: 'MaxApertureValue',
  0x9207: 'MeteringMode',
  0x9208: 'LightSource',
  0x9209: 'Flash',
  0x920a: 'FocalLength',
  0x9214: 'SubjectArea',
  0x9291: 'SubSecTimeOriginal',
  0x9292: 'SubSecTimeDigitized',
  0xa001: 'ColorSpace',
  0xa002: 'PixelXDimension',
  0xa003: 'PixelYDimension',
  0xa217: 'SensingMethod',
  0xa402: 'ExposureMode',
  0xa403: 'WhiteBalance',
  0xa404: 'DigitalZoomRatio',
  0xa405: 'FocalLengthIn35mmFormat',
  0xa406: 'SceneCaptureType',
  0xa432: 'LensSpecification',
  0xa433: 'LensMake',
  0xa434: 'LensModel',
}
const GPS: Readonly<Record<number, string>> = {
  1: 'LatitudeRef',
  2: 'Latitude',
  3: 'LongitudeRef',
  4: 'Longitude',
  5: 'AltitudeRef',
  6: 'Altitude',
}
/** Bytes of one value of each type. */
const WIDTHS: Readonly<Record<number, number>> = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 9: 4, 10: 8}
const MOST_ENTRIES = 200
const MOST_VALUES = 1000

/** Reads the fields that are known here; `undefined` when they cannot be read. */
export function readExif(bytes: Uint8Array): Exif | undefined {
  try {
    const start = String.fromCharCode(...bytes.subarray(0, 4)) === 'Exif' ? 6 : 0
    const data = new DataView(bytes.buffer, bytes.byteOffset + start, bytes.byteLength - start)
    const order = data.getUint16(0)
    if (order !== 0x4949 && order !== 0x4d4d) return undefined
    const little = order === 0x4949
    const at = (offset: ExifValue | undefined, names: Readonly<Record<number, string>>) =>
      typeof offset === 'number' ? directory(data, offset, names, little) : {}
    const image = at(data.getUint32(4, little), IMAGE)
    return {image, exif: at(image.ExifOffset, EXIF), gps: at(image.GPSInfo, GPS)}
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function directory(
  data: DataView,
  offset: number,
  names: Readonly<Record<number, string>>,
  little: boolean,
): ExifFields {
  const count = Math.min(MOST_ENTRIES, data.getUint16(offset, little))
  const fields: ExifFields = {}
  for (let index = 0; index < count; index++) {
    const entry = offset + 2 + index * 12
    const name = names[data.getUint16(entry, little)]
    const value = name === undefined ? undefined : valueAt(data, entry, little)
    if (name !== undefined && value !== undefined) fields[name] = value
  }
  return fields
}

function valueAt(data: DataView, entry: number, little: boolean): ExifValue | undefined {
  const type = data.getUint16(entry + 2, little)
  const count = data.getUint32(entry + 4, little)
  const width = WIDTHS[type]
  if (width === undefined || count === 0 || count > MOST_VALUES) return undefined
  const place = width * count > 4 ? data.getUint32(entry + 8, little) : entry + 8
  const values = Array.from({length: count}, (_, index) =>
    numberAt(data, type, place + index * width, little),
  )
  if (type === 2) return asText(values)
  if (!values.every((value) => Number.isFinite(value))) return undefined
  return values.length === 1 ? values[0] : values
}

function numberAt(data: DataView, type: number, place: number, little: boolean): number {
  switch (type) {
    case 3:
      return data.getUint16(place, little)
    case 4:
      return data.getUint32(place, little)
    case 5:
      return data.getUint32(place, little) / data.getUint32(place + 4, little)
    case 9:
      return data.getInt32(place, little)
    case 10:
      return data.getInt32(place, little) / data.getInt32(place + 4, little)
    default:
      return data.getUint8(place)
  }
}

/** Times are written as elsewhere; cameras know no time zone. */
function asText(codes: readonly number[]): string | undefined {
  const [text = ''] = new TextDecoder().decode(Uint8Array.from(codes)).split('\0')
  const time = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)$/u.exec(text)
  const trimmed = text.trim()
  if (time) return `${time[1]}-${time[2]}-${time[3]}T${time[4]}.000Z`
  return trimmed === '' ? undefined : trimmed
}
