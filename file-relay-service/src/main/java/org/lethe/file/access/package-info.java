/** Decides who may touch the files of a chat, and keeps what is known of them. */
@NullMarked
package org.lethe.file.access;

import org.jspecify.annotations.NullMarked;
