/** Finds letters, has attempts made at them at the right time, and destroys them. */
@NullMarked
package org.lethe.mail.dispatch;

import org.jspecify.annotations.NullMarked;
