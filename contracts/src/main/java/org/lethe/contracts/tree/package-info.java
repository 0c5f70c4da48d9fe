/** The Merkle tree of RFC 9162: how it is hashed, grown, proved and verified. */
@NullMarked
package org.lethe.contracts.tree;

import org.jspecify.annotations.NullMarked;
