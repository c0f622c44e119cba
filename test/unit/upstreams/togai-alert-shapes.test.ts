import { describe, expect, it } from 'vitest';
import { toAlert, toIncident } from '../../../src/upstreams/togai/mapping/alert.js';
import { toJob } from '../../../src/upstreams/togai/mapping/job.js';
import { Alert, Incident } from '../../../src/upstreams/togai/schemas/alert.js';
import { Job } from '../../../src/upstreams/togai/schemas/job.js';

describe('an alert', () => {
  it.each([
    [{ interval: 30 }, 30],
    [{ interval: '60' }, 60],
    [{ cronInterval: '30' }, 30],
    [{ cronInterval: 90 }, 90],
    [{ interval: 30, cronInterval: '60' }, 30],
    [{}, null],
  ])('of %j is checked every %s minutes', (fields, interval) => {
    expect(toAlert(Alert.parse({ id: 'alert.1', ...fields }))).toMatchObject({ togaiId: 'alert.1', interval });
  });

  it('needs no more than its id, and takes objects and plain values for details', () => {
    expect(
      toAlert(Alert.parse({ id: 'a', status: 'SNOOZED', parameters: { threshold: 10, of: { unit: 'USD' } } })),
    ).toEqual({
      ...{ togaiId: 'a', version: null, description: null, status: 'SNOOZED', templateId: null, interval: null },
      ...{ validity: null, entityDetails: null, ownerDetails: null },
      ...{ parameters: { threshold: 10, of: { unit: 'USD' } }, createdAt: null, updatedAt: null },
    });
    expect(toIncident(Incident.parse({ id: 'i' }))).toMatchObject({ togaiId: 'i', status: 'UNKNOWN', alertId: null });
  });
});

describe('a job', () => {
  it('has no counts in lists, and any status', () => {
    expect(toJob(Job.parse({ id: 'j', type: 'NEW_KIND', status: 'PAUSED' }))).toMatchObject({
      ...{ togaiId: 'j', type: 'NEW_KIND', status: 'PAUSED', counts: null },
    });
    expect(toJob(Job.parse({ id: 'j', totalJobEntries: 0 })).counts).toEqual({
      ...{ total: 0, pending: null, failed: null, completed: null },
    });
  });
});
