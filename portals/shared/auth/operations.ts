import { graphql } from '../graphql/generated';

export const SignIn = graphql(`
  mutation SignIn($input: LoginInput!) {
    login(input: $input) {
      accessToken
      challenge { id methods }
      viewer { id name email locale portals permissions secondFactorDue }
      userErrors { path code message }
    }
  }
`);

export const RefreshSession = graphql(`
  mutation RefreshSession {
    refreshSession {
      accessToken
      viewer { id name email locale portals permissions secondFactorDue }
      userErrors { path code message }
    }
  }
`);

export const SignOut = graphql(`
  mutation SignOut {
    logout {
      ok
      userErrors { path code message }
    }
  }
`);

export const WaysIn = graphql(`
  query WaysIn { signInOptions { selfRegistration magicLink } }
`);
