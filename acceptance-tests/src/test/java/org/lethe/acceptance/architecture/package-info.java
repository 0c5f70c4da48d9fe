/** What the structure of the code must hold. */
@NullMarked
package org.lethe.acceptance.architecture;

import org.jspecify.annotations.NullMarked;
