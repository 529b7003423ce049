import {readExif, type ExifFields} from './readExif.ts'

/** Parts of the metadata that say where an image comes from: only there when they are asked for. */
export function cameraMetadata(exif: Uint8Array | undefined, parts: ReadonlySet<string>): object {
  const read = exif ? readExif(exif) : undefined
  if (!read) return {}
  const location = locationOf(read.gps)
  return {
    ...(parts.has('image') ? {image: {_type: 'sanity.imageExifTags', ...read.image}} : {}),
    ...(parts.has('exif') ? {exif: {_type: 'sanity.imageExifMetadata', ...read.exif}} : {}),
    ...(parts.has('location') && location ? {location} : {}),
  }
}

function locationOf(gps: ExifFields): object | undefined {
  const [lat, lng] = [degrees(gps.Latitude), degrees(gps.Longitude)]
  if (lat === undefined || lng === undefined || lat > 90 || lng > 180) return undefined
  const {Altitude: alt} = gps
  return {
    _type: 'geopoint',
    lat: gps.LatitudeRef === 'S' ? -lat : lat,
    lng: gps.LongitudeRef === 'W' ? -lng : lng,
    ...(typeof alt === 'number' ? {alt: gps.AltitudeRef === 1 ? -alt : alt} : {}),
  }
}

function degrees(value: ExifFields[string] | undefined): number | undefined {
  if (!Array.isArray(value)) return undefined
  const [whole, minutes = 0, seconds = 0] = value
  return whole === undefined ? undefined : whole + minutes / 60 + seconds / 3600
}
