/** What the structure of the code must hold, over all modules at once. */
@NullMarked
package org.lethe.acceptance.architecture;

import org.jspecify.annotations.NullMarked;
