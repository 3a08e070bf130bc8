import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How near an address's position is, and an index by which those around a point are found. */
export class AddressLocation1764001800000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table address add column precision text check (precision in ('ADDRESS', 'EXACT', 'POSTCODE', 'ARRONDISSEMENT'));
      -- Whoever wrote a position until now knew the house.
      update address set precision = 'ADDRESS' where latitude is not null;
      create index address_point on address using gist (point(longitude, latitude)) where latitude is not null;
      create index address_not_located on address (postal_code, city) where latitude is null;`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index address_point, address_not_located;
      alter table address drop column precision;`);
  }
}
