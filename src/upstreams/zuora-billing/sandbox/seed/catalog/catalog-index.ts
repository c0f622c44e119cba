import { CATALOG, type PlanPlace } from './catalog.js';

interface PlanIndexes {
  readonly productIndex: number;
  readonly planIndex: number;
  readonly firstChargeIndex: number;
}

/** Counts plans and charges through the whole catalog, so that each has an index for its id. */
class CatalogIndex {
  readonly #plans: readonly (readonly PlanIndexes[])[];

  constructor() {
    let planIndex = 0;
    let firstChargeIndex = 0;
    this.#plans = CATALOG.map((product, productIndex) =>
      product.plans.map((plan) => {
        const indexes = { productIndex, planIndex, firstChargeIndex };
        planIndex += 1;
        firstChargeIndex += plan.charges.length;
        return indexes;
      }),
    );
  }

  plan([product, plan]: PlanPlace): PlanIndexes {
    const indexes = this.#plans[product]?.[plan];
    if (!indexes) throw new Error(`no plan ${plan} in product ${product}`);
    return indexes;
  }
}

export const CATALOG_INDEX = new CatalogIndex();
