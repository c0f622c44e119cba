import type { LookupFunction } from 'node:net';
import type { z } from 'zod';
import type { ChargeKind, ConnectionKind, CreditCharge } from '../domain/connections/model.js';
import type { ConnectionKinds, KindProblem } from '../domain/connections/ports.js';
import { type EndpointRules, endpointProblem, lookupFor } from '../kernel/http/endpoint.js';
import type { Upstream } from '../upstreams/contract.js';
import { ConfigError, type Environment, upstreamSettings } from './load.js';

/** The settings of connections are the variables of their system, without its name before them. */
export interface SystemSettings extends ConnectionKinds {
  /** What a system's connection is opened with. @throws ConfigError */
  settings(
    upstream: Upstream,
    endpoint: string,
    values: Readonly<Record<string, string>>,
    charge?: CreditCharge,
  ): unknown;
  /** How the endpoint's host is looked up; undefined where the usual way will do. */
  lookup(upstream: Upstream, endpoint: string): LookupFunction | undefined;
  /** Why nothing may be sent to the endpoint; null if it may. */
  endpointProblem(upstream: Upstream, endpoint: string): string | null;
}

/** `allowed`: hosts that connections may lead to beside those of the vendors. */
export function connectionKinds(upstreams: readonly Upstream[], allowed: readonly string[]): SystemSettings {
  const all = upstreams.map(kindOf);
  const rules = ({ settings: { domains } }: Upstream): EndpointRules => ({ domains, allowed });
  const settings: SystemSettings['settings'] = (upstream, endpoint, values, charge) => {
    const variables = Object.entries(values).map(([name, value]) => [`${upstream.id}_${name}`, value]);
    return upstreamSettings(upstream, {
      ...Object.fromEntries(variables),
      ...chargeVariables(upstream, charge),
      [upstream.settings.decidedBy]: endpoint,
    });
  };
  return {
    all,
    of: (system) => all.find((kind) => kind.system === system) ?? null,
    problems(system, endpoint, values) {
      const upstream = upstreams.find(({ id }) => id === system);
      if (!upstream) return [{ about: null, message: `There is no system ${system}.` }];
      const wrongEndpoint = endpointProblem(endpoint, rules(upstream));
      if (wrongEndpoint !== null) return [{ about: 'endpoint', message: wrongEndpoint }];
      try {
        settings(upstream, endpoint, values);
        return [];
      } catch (error) {
        if (!(error instanceof ConfigError)) throw error;
        return error.problems.map((problem) => inTheirNames(problem, upstream));
      }
    },
    settings,
    lookup: (upstream, endpoint) => lookupFor(endpoint, rules(upstream)),
    endpointProblem: (upstream, endpoint) => endpointProblem(endpoint, rules(upstream)),
  };
}

/** A connection has its charge beside its settings: whatever its system calls it. */
function chargeVariables({ settings: { charge: names } }: Upstream, charge: CreditCharge | undefined) {
  if (!names || !charge?.chargeId || !charge.chargeKind) return {};
  return { [names.id]: charge.chargeId, [names.kind]: charge.chargeKind };
}

function ownNames({ settings: { shape, decidedBy, charge } }: Upstream): string[] {
  return Object.keys(shape).filter((name) => ![decidedBy, charge?.id, charge?.kind].includes(name));
}

function kindOf(upstream: Upstream): ConnectionKind {
  const { id, title, settings } = upstream;
  const names = ownNames(upstream);
  return {
    system: id,
    title,
    settings: names.map((name) => ({
      name: name.slice(id.length + 1),
      description: (settings.shape[name] as z.ZodType).description ?? '',
      secret: settings.secrets.includes(name),
    })),
  };
}

/** Problems name environment variables; who makes a connection knows settings. */
function inTheirNames(problem: string, { id, settings }: Upstream): KindProblem {
  const about = Object.keys(settings.shape).find(
    (name) => problem.startsWith(`${name} `) && name !== settings.decidedBy,
  );
  const message = problem.replace(`${settings.decidedBy} is set: `, '').replaceAll(`${id}_`, '');
  return { about: about === undefined ? null : about.slice(id.length + 1), message };
}

/** What may be shown of variables, by the names of settings. */
export function describedBy(upstream: Upstream, variables: Environment) {
  const { id, settings } = upstream;
  const given = ownNames(upstream).filter((name) => variables[name]);
  const { charge } = settings;
  const nameOf = (variable: string) => variable.slice(id.length + 1);
  const shown = given.filter((name) => !settings.secrets.includes(name));
  return {
    endpoint: variables[settings.decidedBy] ?? '',
    settings: Object.fromEntries(shown.map((name) => [nameOf(name), variables[name] ?? ''])),
    secretNames: given.filter((name) => settings.secrets.includes(name)).map(nameOf),
    chargeId: (charge && variables[charge.id]) || null,
    chargeKind: ((charge && variables[charge.kind]) || null) as ChargeKind | null,
  };
}
