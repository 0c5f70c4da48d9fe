/** Calls to addresses that somebody else named: to the outside alone, never to a part of ours. */
@NullMarked
package org.lethe.runtime.outside;

import org.jspecify.annotations.NullMarked;
