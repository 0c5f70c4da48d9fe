/** The way through the suite, step by step, as visitor, operator and privacy officer go it. */
@NullMarked
package org.lethe.acceptance.journey;

import org.jspecify.annotations.NullMarked;
