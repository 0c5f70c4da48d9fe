/** The plan is the seed's, and each invariant fails when it should. */
@NullMarked
package org.lethe.acceptance.endurance;

import org.jspecify.annotations.NullMarked;
