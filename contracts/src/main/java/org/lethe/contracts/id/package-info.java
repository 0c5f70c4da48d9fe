/** Ids of scopes, accounts, operators, files and messages, with the shard in them. */
@NullMarked
package org.lethe.contracts.id;

import org.jspecify.annotations.NullMarked;
