/** Tests. */
@NullMarked
package org.lethe.contracts.personal;

import org.jspecify.annotations.NullMarked;
