import { gunzipSync, inflateRawSync } from 'node:zlib';

/**
 * Takes one file out of a zip archive (a Python wheel is one).
 * @param archive bytes of the whole archive
 * @param wanted tells by the path inside the archive
 * @returns the file's bytes, or undefined when there is none
 * @throws Error when the archive is damaged
 */
export function fileInZip(archive: Buffer, wanted: (name: string) => boolean): Buffer | undefined {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0) throw new Error('The archive has no directory: it is not a complete zip file.');
  const entries = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  for (let i = 0; i < entries; i++) {
    if (archive.readUInt32LE(at) !== 0x02014b50) throw new Error('The directory of the archive is damaged.');
    const method = archive.readUInt16LE(at + 10);
    const packed = archive.readUInt32LE(at + 20);
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    if (wanted(name)) {
      const local = archive.readUInt32LE(at + 42);
      const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
      const bytes = archive.subarray(start, start + packed);
      if (method === 0) return bytes;
      if (method === 8) return inflateRawSync(bytes);
      throw new Error(`The archive uses compression method ${method}, which is not read here.`);
    }
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return undefined;
}

/**
 * Takes one file out of a gzipped tar archive.
 * @param archive bytes of the whole archive
 * @param wanted tells by the path inside the archive
 */
export function fileInTarGz(archive: Buffer, wanted: (name: string) => boolean): Buffer | undefined {
  const tar = gunzipSync(archive);
  const text = (from: number, length: number) => tar.toString('utf8', from, from + length).replace(/\0.*$/s, '');
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0;) {
    const size = Number.parseInt(text(at + 124, 12).trim(), 8);
    if (!Number.isFinite(size)) throw new Error('The archive is damaged: a header has no size.');
    const regular = ['0', '\0'].includes(tar.toString('latin1', at + 156, at + 157));
    if (regular && wanted(text(at, 100))) return tar.subarray(at + 512, at + 512 + size);
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return undefined;
}
