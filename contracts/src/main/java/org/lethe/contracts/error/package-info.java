/** The one catalogue of what can be refused. */
@NullMarked
package org.lethe.contracts.error;

import org.jspecify.annotations.NullMarked;
