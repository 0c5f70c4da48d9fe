/** Tests. */
@NullMarked
package org.lethe.contracts.topic;

import org.jspecify.annotations.NullMarked;
