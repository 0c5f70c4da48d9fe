/** The wire format that every contract is written in. */
@NullMarked
package org.lethe.contracts;

import org.jspecify.annotations.NullMarked;
