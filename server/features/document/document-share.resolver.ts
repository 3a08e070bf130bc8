import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Abilities, abilities, Public, Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { Limited } from '../../core/rate-limits/limited.js';
import { Through } from '../../core/relation.js';
import { User } from '../user/user.entity.js';
import { userById } from '../user/user.relations.js';
import { Document } from './document.entity.js';
import { DocumentShare, DocumentShareState, SharedDocument } from './document-share.entity.js';
import {
  OpenDocumentShareInput,
  OpenDocumentSharePayload,
  RevokeDocumentShareInput,
  RevokeDocumentSharePayload,
  ShareDocumentInput,
  ShareDocumentPayload,
} from './document-share.input.js';
import { documentSharePolicy } from './document-share.policy.js';
import { sharesByDocument } from './document-share.relations.js';
import { stateOf } from './document-share.rules.js';
import { lookAtShare, openShare, revokeDocumentShare, shareDocument, triedShare } from './document-share.service.js';

const DocumentShareAbilities = Abilities(DocumentShare, documentSharePolicy);

@Resolver(() => Document)
export class DocumentSharesResolver {
  @FieldResolver(() => [DocumentShare], { nullable: true, description: 'The links to it that you see, the latest first.' })
  @Requires('document.share')
  @Through(sharesByDocument)
  shares(): void {}
}

@Resolver(() => DocumentShare)
export class DocumentShareResolver {
  @Query(() => SharedDocument, {
    nullable: true,
    description: 'What a link gives, by what stands behind its #. Null where it gives nothing (any more).',
  })
  @Public()
  @Limited('share-link')
  documentShare(
    @Arg('token', { description: 'What stands behind the # of the link.' }) token: string,
    @Ctx() ctx: Context,
  ): Promise<SharedDocument | null> {
    return lookAtShare(ctx, token);
  }

  @Mutation(() => ShareDocumentPayload, {
    description: 'Makes a link by which whoever has it downloads the latest file of a document, without an account.',
  })
  @Requires('document.share')
  @Limited('document-share')
  shareDocument(
    @Arg('input', { description: 'Which, and how far it goes.' }) input: ShareDocumentInput,
    @Ctx() ctx: Context,
  ): Promise<ShareDocumentPayload> {
    return shareDocument(ctx, input);
  }

  @Mutation(() => RevokeDocumentSharePayload, { description: 'Takes a link back: it gives nothing any more.' })
  @Requires('document.share')
  async revokeDocumentShare(
    @Arg('input', { description: 'Which.' }) { id }: RevokeDocumentShareInput,
    @Ctx() ctx: Context,
  ): Promise<RevokeDocumentSharePayload> {
    return { share: await revokeDocumentShare(ctx, id) };
  }

  @Mutation(() => OpenDocumentSharePayload, { description: 'Opens a link: answers where its document is downloaded.' })
  @Public()
  @Limited('share-password', {
    account: ({ input }, ctx) => triedShare(ctx, (input as OpenDocumentShareInput).token),
  })
  async openDocumentShare(
    @Arg('input', { description: 'The link, and its password.' }) input: OpenDocumentShareInput,
    @Ctx() ctx: Context,
  ): Promise<OpenDocumentSharePayload> {
    return { downloadUrl: await openShare(ctx, input) };
  }

  @FieldResolver(() => DocumentShareState, { description: 'Whether it gives its document.' })
  state(@Root() share: DocumentShare): DocumentShareState {
    return stateOf(share);
  }

  @FieldResolver(() => Boolean, { description: 'Whoever opens it is asked for a password.' })
  hasPassword(@Root() { passwordHash }: DocumentShare): boolean {
    return passwordHash !== null;
  }

  @FieldResolver(() => User, { nullable: true, description: 'Who made it. Null when you may not know.' })
  @Through(userById, 'createdById')
  createdBy(): void {}

  @FieldResolver(() => DocumentShareAbilities, { description: 'What you may do with it now.' })
  viewerCan(@Root() share: DocumentShare, @Ctx() ctx: Context) {
    return abilities(ctx, share);
  }
}
