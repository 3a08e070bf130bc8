import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

type Cbor = number | string | Buffer | Map<number | string, Cbor>;

/** As much of CBOR (RFC 8949) as an authenticator writes. */
function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, member]) => [cbor(key), cbor(member)])]);
}

function head(major: number, size: number): Buffer {
  if (size < 24) return Buffer.from([(major << 5) | size]);
  if (size < 256) return Buffer.from([(major << 5) | 24, size]);
  return Buffer.from([(major << 5) | 25, size >> 8, size & 255]);
}

const url = (bytes: Buffer) => bytes.toString('base64url');
const sha = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest();

const PRESENT = 0x01;
const VERIFIED = 0x04;
const WITH_KEY = 0x40;

interface Wanted {
  challenge: string;
  origin?: string;
  rpId?: string;
  /** The person showed their finger, face or PIN. */
  verified?: boolean;
}

/** A security key in software: it makes and signs the bytes that the WebAuthn specification says. */
export class Authenticator {
  readonly id = url(randomBytes(32));
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  userHandle = '';
  counter = 0;

  constructor(private readonly site = { id: 'localhost', origin: 'http://localhost:4000' }) {}

  private get publicKey(): Buffer {
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' });
    const parts: [number, Cbor][] = [
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ];
    return cbor(new Map<number | string, Cbor>(parts));
  }

  private data({ rpId = this.site.id, verified = true }: Wanted, key: Buffer | null): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    const flags = PRESENT | (verified ? VERIFIED : 0) | (key ? WITH_KEY : 0);
    return Buffer.concat([sha(rpId), Buffer.from([flags]), counter, ...(key ? [key] : [])]);
  }

  private client(type: string, { challenge, origin = this.site.origin }: Wanted): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  /** What the browser sends for a new key: RegistrationResponseJSON. */
  register(wanted: Wanted, userHandle: string) {
    this.userHandle = userHandle;
    const id = Buffer.from(this.id, 'base64url');
    const key = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, this.publicKey]);
    const attestation = new Map<number | string, Cbor>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', this.data(wanted, key)],
    ]);
    return {
      id: this.id,
      rawId: this.id,
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: url(this.client('webauthn.create', wanted)),
        attestationObject: url(cbor(attestation)),
        transports: ['internal'],
      },
    };
  }

  /** What the browser sends at sign-in: AuthenticationResponseJSON. */
  assert(wanted: Wanted, key: KeyObject = this.keys.privateKey) {
    this.counter += 1;
    const data = this.data(wanted, null);
    const client = this.client('webauthn.get', wanted);
    return {
      id: this.id,
      rawId: this.id,
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: url(client),
        authenticatorData: url(data),
        signature: url(sign('sha256', Buffer.concat([data, sha(client)]), key)),
        userHandle: this.userHandle || undefined,
      },
    };
  }
}
