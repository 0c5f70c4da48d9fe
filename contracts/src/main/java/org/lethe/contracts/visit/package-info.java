/** What is known of a visit, as it is sealed. */
@NullMarked
package org.lethe.contracts.visit;

import org.jspecify.annotations.NullMarked;
