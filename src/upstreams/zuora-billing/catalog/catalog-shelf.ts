import { type RequestLoader, requestLoader } from '../../../kernel/reading/request-loader.js';
import { ALL_PRODUCTS, type ZuoraCatalogReaders } from './catalog-readers.js';
import type { ZuoraProduct, ZuoraProductRatePlan } from './model.js';

/** The catalog as one request reads it. */
export class CatalogShelf {
  readonly products: RequestLoader<ZuoraProduct>;
  readonly ratePlans: RequestLoader<ZuoraProductRatePlan>;
  readonly #productIds: RequestLoader<string>;
  readonly #catalog: RequestLoader<readonly string[]>;

  constructor(readers: ZuoraCatalogReaders, signal: AbortSignal) {
    this.products = requestLoader(readers.products, signal);
    this.ratePlans = requestLoader(readers.ratePlans, signal);
    this.#productIds = requestLoader(readers.productIds, signal);
    this.#catalog = requestLoader(readers.catalog, signal);
  }

  /** By id, SKU or product number. */
  async product(key: string): Promise<ZuoraProduct | null> {
    const id = /^[0-9a-f]{32}$/i.test(key) ? key : await this.#productIds.load(key);
    return id === null ? null : await this.products.load(id);
  }

  /** The ids of all products, in the order of their names. */
  async productIds(): Promise<readonly string[]> {
    return (await this.#catalog.load(ALL_PRODUCTS)) ?? [];
  }

  /** The product as Zuora has it now. */
  async freshProduct(id: string): Promise<ZuoraProduct | null> {
    await this.products.drop(id);
    return await this.products.load(id);
  }

  /** The plan as Zuora has it now. */
  async freshRatePlan(id: string): Promise<ZuoraProductRatePlan | null> {
    await this.ratePlans.drop(id);
    return await this.ratePlans.load(id);
  }

  /** Forgets what names a product: the keys that led to it, and the list. */
  async productChanged({ sku, productNumber }: Pick<ZuoraProduct, 'sku' | 'productNumber'>): Promise<void> {
    const keys = [sku, productNumber].filter((key) => key !== null);
    await Promise.all([
      this.#catalog.drop(ALL_PRODUCTS),
      ...keys.flatMap((key) => [this.#productIds.drop(key), this.#productIds.drop(key.toLowerCase())]),
    ]);
  }

  /** Forgets a product that is gone, with everything that hung on it. */
  async productGone(product: ZuoraProduct): Promise<void> {
    await Promise.all([
      this.products.drop(product.zuoraId),
      ...product.ratePlans.map(({ zuoraId }) => this.ratePlans.drop(zuoraId)),
      this.productChanged(product),
    ]);
  }

  /** A plan is shown by itself and as a part of its product. */
  async ratePlanChanged({ zuoraId, productId }: Pick<ZuoraProductRatePlan, 'zuoraId' | 'productId'>): Promise<void> {
    await Promise.all([this.ratePlans.drop(zuoraId), productId && this.products.drop(productId)]);
  }
}
