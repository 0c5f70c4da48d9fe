/** Tests. */
@NullMarked
package org.lethe.contracts.subject;

import org.jspecify.annotations.NullMarked;
