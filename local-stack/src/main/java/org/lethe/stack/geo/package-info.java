/** Geo data that is fetched once, so that an address is looked up without asking anybody. */
@NullMarked
package org.lethe.stack.geo;

import org.jspecify.annotations.NullMarked;
