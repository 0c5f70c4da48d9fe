/** Tells an account that a letter was lost, without its content. */
@NullMarked
package org.lethe.mail.notice;

import org.jspecify.annotations.NullMarked;
