/** Tells an account of what was lost, a letter or chats, without its content. */
@NullMarked
package org.lethe.mail.notice;

import org.jspecify.annotations.NullMarked;
