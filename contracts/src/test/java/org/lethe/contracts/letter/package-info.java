/** Tests. */
@NullMarked
package org.lethe.contracts.letter;

import org.jspecify.annotations.NullMarked;
