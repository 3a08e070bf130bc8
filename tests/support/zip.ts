import { inflateRawSync } from 'node:zlib';

/** The files of an archive by their paths, as its central directory tells them. */
export function unzipped(archive: Buffer): Record<string, string> {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const files: Record<string, string> = {};
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, nameLength, extra, comment] = [20, 28, 30, 32].map((offset, i) =>
      i === 0 ? archive.readUInt32LE(at + offset) : archive.readUInt16LE(at + offset),
    );
    const head = archive.readUInt32LE(at + 42);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    const begin = head + 30 + archive.readUInt16LE(head + 26) + archive.readUInt16LE(head + 28);
    const bytes = archive.subarray(begin, begin + packed);
    files[name] = (archive.readUInt16LE(at + 10) === 8 ? inflateRawSync(bytes) : bytes).toString();
    at += 46 + nameLength + extra + comment;
  }
  return files;
}
