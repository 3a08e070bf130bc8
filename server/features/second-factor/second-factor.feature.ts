import { Device } from './device.entity.js';
import { Passkey } from './passkey.entity.js';
import { PasskeyResolver } from './passkey.resolver.js';
import { PasskeyChallenge } from './passkey-challenge.entity.js';
import { RecoveryCode } from './recovery-code.entity.js';
import { devicePolicy, passkeyPolicy } from './second-factor.policy.js';
import { DeviceResolver, SecondFactorResolver } from './second-factor.resolver.js';
import { Totp } from './totp.entity.js';
import { UserSecondFactorResolver } from './user-second-factor.resolver.js';

/** Its place is in the one list of features. */
export const secondFactorFeature = {
  name: 'second-factor',
  entities: [Totp, RecoveryCode, Passkey, PasskeyChallenge, Device],
  policies: [passkeyPolicy, devicePolicy],
  resolvers: [SecondFactorResolver, PasskeyResolver, DeviceResolver, UserSecondFactorResolver],
};
