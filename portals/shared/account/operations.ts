import { graphql } from '../graphql/generated';

export const AccountSecurity = graphql(`
  query AccountSecurity {
    viewer {
      id
      secondFactor { totpSince recoveryCodesLeft }
      passkeys { id }
      ...PasskeyList_viewer
      ...DeviceList_viewer
      ...SessionList_viewer
    }
  }
`);

export const StartTwoFactorSetup = graphql(`
  mutation StartTwoFactorSetup($input: StartTwoFactorSetupInput!) {
    startTwoFactorSetup(input: $input) { secret uri userErrors { path code message } }
  }
`);

export const ConfirmTwoFactorSetup = graphql(`
  mutation ConfirmTwoFactorSetup($input: ConfirmTwoFactorSetupInput!) {
    confirmTwoFactorSetup(input: $input) { recoveryCodes userErrors { path code message } }
  }
`);

export const DisableTwoFactor = graphql(`
  mutation DisableTwoFactor($input: DisableTwoFactorInput!) {
    disableTwoFactor(input: $input) { secondFactor { totpSince recoveryCodesLeft } userErrors { path code message } }
  }
`);

export const RegenerateRecoveryCodes = graphql(`
  mutation RegenerateRecoveryCodes($input: RegenerateRecoveryCodesInput!) {
    regenerateRecoveryCodes(input: $input) { recoveryCodes userErrors { path code message } }
  }
`);

export const StartPasskeySetup = graphql(`
  mutation StartPasskeySetup($input: StartPasskeySetupInput!) {
    startPasskeySetup(input: $input) { id options userErrors { path code message } }
  }
`);

export const FinishPasskeySetup = graphql(`
  mutation FinishPasskeySetup($input: FinishPasskeySetupInput!) {
    finishPasskeySetup(input: $input) { passkey { id name } recoveryCodes userErrors { path code message } }
  }
`);

export const RenamePasskey = graphql(`
  mutation RenamePasskey($input: RenamePasskeyInput!) {
    renamePasskey(input: $input) { passkey { id name } userErrors { path code message } }
  }
`);

export const DeletePasskey = graphql(`
  mutation DeletePasskey($input: DeletePasskeyInput!) {
    deletePasskey(input: $input) { passkeys { id } userErrors { path code message } }
  }
`);

export const ForgetDevice = graphql(`
  mutation ForgetDevice($input: ForgetDeviceInput!) {
    forgetDevice(input: $input) { devices { id } userErrors { path code message } }
  }
`);

export const RevokeSession = graphql(`
  mutation RevokeSession($input: RevokeSessionInput!) {
    revokeSession(input: $input) { sessions { id } userErrors { path code message } }
  }
`);

export const RevokeOtherSessions = graphql(`
  mutation RevokeOtherSessions {
    revokeOtherSessions { ended userErrors { path code message } }
  }
`);

/** What is read again after each change: lists lose and gain rows, and the last factor takes things along. */
export const again = { refetchQueries: ['AccountSecurity'], awaitRefetchQueries: true };
