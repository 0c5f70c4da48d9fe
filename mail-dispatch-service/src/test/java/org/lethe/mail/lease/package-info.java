/** Tests of this package. */
@NullMarked
package org.lethe.mail.lease;

import org.jspecify.annotations.NullMarked;
