/** Tests. */
@NullMarked
package org.lethe.privacy.outbox;

import org.jspecify.annotations.NullMarked;
