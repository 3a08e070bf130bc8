import { graphql } from '../graphql/generated';

export const SavedViews = graphql(`
  query SavedViews {
    savedViews { id list name query shared viewerCan { update delete } }
  }
`);

export const SaveView = graphql(`
  mutation SaveView($input: SaveViewInput!) {
    saveView(input: $input) {
      savedView { id list name query shared viewerCan { update delete } }
      userErrors { path code message }
    }
  }
`);

export const UpdateSavedView = graphql(`
  mutation UpdateSavedView($input: UpdateSavedViewInput!) {
    updateSavedView(input: $input) {
      savedView { id name query shared viewerCan { update delete } }
      userErrors { path code message }
    }
  }
`);

export const OrderSavedViews = graphql(`
  mutation OrderSavedViews($input: OrderSavedViewsInput!) {
    orderSavedViews(input: $input) { savedViews { id } userErrors { path code message } }
  }
`);

export const DeleteSavedView = graphql(`
  mutation DeleteSavedView($input: DeleteSavedViewInput!) {
    deleteSavedView(input: $input) { deletedId userErrors { path code message } }
  }
`);
