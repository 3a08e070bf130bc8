import { graphql } from '../graphql/generated';

export const VerifyTwoFactor = graphql(`
  mutation VerifyTwoFactor($input: VerifyTwoFactorInput!) {
    verifyTwoFactor(input: $input) {
      accessToken
      viewer { id name email locale portals permissions secondFactorDue }
      userErrors { path code message }
    }
  }
`);

export const StartPasskeySignIn = graphql(`
  mutation StartPasskeySignIn($input: StartPasskeySignInInput!) {
    startPasskeySignIn(input: $input) {
      id
      options
      userErrors { path code message }
    }
  }
`);

export const FinishPasskeySignIn = graphql(`
  mutation FinishPasskeySignIn($input: FinishPasskeySignInInput!) {
    finishPasskeySignIn(input: $input) {
      accessToken
      viewer { id name email locale portals permissions secondFactorDue }
      userErrors { path code message }
    }
  }
`);
