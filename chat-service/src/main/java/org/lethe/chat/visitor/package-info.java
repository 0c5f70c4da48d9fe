/** The visitor's side: asks for a chat, and takes part in it. */
@NullMarked
package org.lethe.chat.visitor;

import org.jspecify.annotations.NullMarked;
