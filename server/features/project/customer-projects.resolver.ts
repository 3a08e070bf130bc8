import { Args, FieldResolver, Resolver } from 'type-graphql';
import { Through } from '../../core/relation.js';
import { Customer } from '../customer/customer.entity.js';
import { ProjectConnection, ProjectPage } from './project.page.js';
import { projectsByCustomer } from './project.relations.js';

@Resolver(() => Customer)
export class CustomerProjectsResolver {
  @FieldResolver(() => ProjectConnection, { description: 'Their projects.' })
  @Through(projectsByCustomer)
  projects(@Args() _page: ProjectPage): void {}
}
