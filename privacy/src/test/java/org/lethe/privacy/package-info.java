/** Tests of the module's structure. */
@NullMarked
package org.lethe.privacy;

import org.jspecify.annotations.NullMarked;
