import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Abilities, abilities, Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { Through } from '../../core/relation.js';
import { Customer } from '../customer/customer.entity.js';
import { customerById } from '../customer/customer.relations.js';
import { User } from '../user/user.entity.js';
import { userById } from '../user/user.relations.js';
import { Document } from './document.entity.js';
import {
  DeleteDocumentInput,
  DeleteDocumentPayload,
  RestoreDocumentVersionInput,
  RestoreDocumentVersionPayload,
  UpdateDocumentInput,
  UpdateDocumentPayload,
  UploadDocumentInput,
  UploadDocumentPayload,
} from './document.input.js';
import { DocumentCategoryStats, DocumentConnection, DocumentExcerpt, DocumentPage } from './document.page.js';
import { documentPolicy } from './document.policy.js';
import { documentById, documentCategories, documents, excerptOf, versionsByDocument } from './document.relations.js';
import { deleteDocument, restoreDocumentVersion, updateDocument, uploadDocument } from './document.service.js';
import { DocumentVersion } from './document-version.entity.js';
import { downloadPath, previewPath } from './file-address.rules.js';

const DocumentAbilities = Abilities(Document, documentPolicy);

@Resolver(() => Document)
export class DocumentResolver {
  @Query(() => Document, { nullable: true, description: 'One document. Null when there is none, or none you may see.' })
  @Requires('document.read')
  @Through(documentById)
  document(@Arg('id', () => ID, { description: 'The document’s.' }) _id: string): void {}

  @Query(() => DocumentConnection, { description: 'The documents you see.' })
  @Requires('document.read')
  @Through(documents)
  documents(@Args() _page: DocumentPage): void {}

  @Query(() => [DocumentCategoryStats], {
    description: 'Every category, with how many documents you see of it and how large they are.',
  })
  @Requires('document.read')
  @Through(documentCategories)
  documentCategories(): void {}

  @Mutation(() => UploadDocumentPayload, {
    description:
      'Keeps a file as a new document, or as a new version of one. Its type is found in its bytes; what lies about it is refused.',
  })
  @Requires('document.upload')
  async uploadDocument(
    @Arg('input', { description: 'The file, and where it belongs.' }) input: UploadDocumentInput,
    @Ctx() ctx: Context,
  ): Promise<UploadDocumentPayload> {
    return { document: await uploadDocument(ctx, input) };
  }

  @Mutation(() => UpdateDocumentPayload, { description: 'Changes what a document is called, what it is and who sees it.' })
  @Requires('document.upload')
  async updateDocument(
    @Arg('input', { description: 'What to change.' }) input: UpdateDocumentInput,
    @Ctx() ctx: Context,
  ): Promise<UpdateDocumentPayload> {
    return { document: await updateDocument(ctx, input) };
  }

  @Mutation(() => RestoreDocumentVersionPayload, {
    description: 'Makes an older version the latest again: as a new version, so that none is lost.',
  })
  @Requires('document.upload')
  async restoreDocumentVersion(
    @Arg('input', { description: 'Which one.' }) input: RestoreDocumentVersionInput,
    @Ctx() ctx: Context,
  ): Promise<RestoreDocumentVersionPayload> {
    return { document: await restoreDocumentVersion(ctx, input) };
  }

  @Mutation(() => DeleteDocumentPayload, { description: 'Deletes a document with all its versions and their files.' })
  @Requires('document.delete')
  async deleteDocument(
    @Arg('input', { description: 'Which one.' }) { id }: DeleteDocumentInput,
    @Ctx() ctx: Context,
  ): Promise<DeleteDocumentPayload> {
    return { deletedId: await deleteDocument(ctx, id) };
  }

  @FieldResolver(() => Customer, { nullable: true, description: 'Whose it is. Null when you may not see them.' })
  @Through(customerById, 'customerId')
  customer(): void {}

  @FieldResolver(() => User, { nullable: true, description: 'Who uploaded it first. Null when you may not know.' })
  @Through(userById, 'uploadedById')
  uploadedBy(): void {}

  @FieldResolver(() => [DocumentVersion], { description: 'Its versions, the latest first.' })
  @Through(versionsByDocument)
  versions(): void {}

  @FieldResolver(() => String, { description: 'Where to download its latest file: an address that works for some minutes.' })
  downloadUrl(@Root() { versionId, name }: Document, @Ctx() ctx: Context): string {
    return ctx.signedUrl(downloadPath(versionId), name);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Where its latest file can be looked at in the page, for some minutes. Null for what is neither a PDF nor a picture.',
  })
  previewUrl(@Root() { versionId, name, mime }: Document, @Ctx() ctx: Context): string | null {
    const path = previewPath(versionId, mime);
    return path && ctx.signedUrl(path, name);
  }

  @FieldResolver(() => DocumentExcerpt, {
    nullable: true,
    description: 'Where it is said in its text, where it is a PDF. Null when it is not, or only its name has the words.',
  })
  @Through(excerptOf)
  excerpt(@Arg('search', { description: 'What is looked for, as in the list’s filter.' }) _search: string): void {}

  @FieldResolver(() => DocumentAbilities, { description: 'What you may do with it.' })
  viewerCan(@Root() document: Document, @Ctx() ctx: Context) {
    return abilities(ctx, document);
  }
}

@Resolver(() => DocumentVersion)
export class DocumentVersionResolver {
  @FieldResolver(() => User, { nullable: true, description: 'Who uploaded it, or brought it back. Null when you may not know.' })
  @Through(userById, 'uploadedById')
  uploadedBy(): void {}

  @FieldResolver(() => String, { description: 'Where to download it: an address that works for some minutes.' })
  downloadUrl(@Root() { id, fileName }: DocumentVersion, @Ctx() ctx: Context): string {
    return ctx.signedUrl(downloadPath(id), fileName);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Where to look at it in the page. Null for what is neither a PDF nor a picture.',
  })
  previewUrl(@Root() { id, fileName, mime }: DocumentVersion, @Ctx() ctx: Context): string | null {
    const path = previewPath(id, mime);
    return path && ctx.signedUrl(path, fileName);
  }
}
