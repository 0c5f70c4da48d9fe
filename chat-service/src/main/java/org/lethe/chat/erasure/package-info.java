/** What is held goes before its end: with a data subject, or, of addresses, by the switch. */
@NullMarked
package org.lethe.chat.erasure;

import org.jspecify.annotations.NullMarked;
