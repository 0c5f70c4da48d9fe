/** Tests of this package. */
@NullMarked
package org.lethe.mail.dispatch;

import org.jspecify.annotations.NullMarked;
