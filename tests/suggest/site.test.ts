import { describe, expect, it } from 'vitest'
import { siteOf } from '../../src/suggest/site.js'

describe('siteOf', () => {
  it.each([
    [{ url: 'https://www.A.example/1.html', path: 'x/1.html', publisher: '晨报' }, 'a.example'],
    [{ url: 'health.a.example/2', path: '2.html', publisher: null }, 'health.a.example'],
    [{ url: '/2.html', path: 'b.example/2.html', publisher: '晨报' }, 'b.example'],
    [{ url: null, path: '2.html', publisher: '晨报' }, '晨报'],
    [{ url: null, path: '2.html', publisher: null }, ''],
  ])('is the host, else the top folder, else the publisher: %j', (article, site) => {
    expect(siteOf(article)).toBe(site)
  })
})
