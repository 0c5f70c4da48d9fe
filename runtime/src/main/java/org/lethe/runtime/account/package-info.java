/** The settings of accounts, sealed on a compacted topic. */
@NullMarked
package org.lethe.runtime.account;

import org.jspecify.annotations.NullMarked;
