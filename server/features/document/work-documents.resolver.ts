import { Args, FieldResolver, Resolver } from 'type-graphql';
import { Requires } from '../../core/access.js';
import { Through } from '../../core/relation.js';
import { Mission } from '../mission/mission.entity.js';
import { Project } from '../project/project.entity.js';
import { DocumentConnection, DocumentPage } from './document.page.js';
import { documentsByMission, documentsByProject } from './document.relations.js';

@Resolver(() => Project)
export class ProjectDocumentsResolver {
  @FieldResolver(() => DocumentConnection, {
    nullable: true,
    description: 'Its documents that you see, those of its missions too.',
  })
  @Requires('document.read')
  @Through(documentsByProject)
  documents(@Args() _page: DocumentPage): void {}
}

@Resolver(() => Mission)
export class MissionDocumentsResolver {
  @FieldResolver(() => DocumentConnection, { nullable: true, description: 'Its documents that you see.' })
  @Requires('document.read')
  @Through(documentsByMission)
  documents(@Args() _page: DocumentPage): void {}
}
