/** Tests. */
@NullMarked
package org.lethe.contracts.scope;

import org.jspecify.annotations.NullMarked;
