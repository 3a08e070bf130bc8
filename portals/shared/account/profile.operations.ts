import { graphql } from '../graphql/generated';

export const MyAccount = graphql(`
  query MyAccount {
    viewer { id name email phone locale pendingEmailChange { email expiresAt confirmedByOld confirmedByNew } }
  }
`);
