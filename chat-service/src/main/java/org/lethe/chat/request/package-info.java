/** A visitor asks for a chat. */
@NullMarked
package org.lethe.chat.request;

import org.jspecify.annotations.NullMarked;
