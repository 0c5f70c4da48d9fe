/** Tests of this package. */
@NullMarked
package org.lethe.mail.notice;

import org.jspecify.annotations.NullMarked;
