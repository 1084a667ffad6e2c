import { canonicalJson, sha256 } from '../core/fingerprint.js'
import { CLAIM_VERSION, claimKeysOf } from '../corpus/claim-keys.js'
import type { ClaimIndex } from '../store/claim-index.js'

/** Gives the facts that a run has made the keys under which they are gathered into claims. */
export function indexClaims(index: ClaimIndex, symmetric: ReadonlySet<string>): void {
  const fingerprint = sha256(canonicalJson([CLAIM_VERSION, [...symmetric].sort()]))
  index.update(fingerprint, (fact, article) => claimKeysOf(fact, article, symmetric))
}
