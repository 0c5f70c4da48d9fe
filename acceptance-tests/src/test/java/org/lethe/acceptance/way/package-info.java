/** The way through the suite, as the demo, the attack and a browser go it. */
@NullMarked
package org.lethe.acceptance.way;

import org.jspecify.annotations.NullMarked;
