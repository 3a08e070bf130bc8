declare module 'apollo-upload-client/UploadHttpLink.mjs' {
  import type { ApolloLink } from '@apollo/client';
  import type { BaseHttpLink } from '@apollo/client/link/http';

  const UploadHttpLink: new (options?: BaseHttpLink.Options & { uri?: string }) => ApolloLink;
  export default UploadHttpLink;
}
declare module '@fontsource-variable/geist/wght.css';
